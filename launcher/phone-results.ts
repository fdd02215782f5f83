import type { Masker } from '../config/masker.ts';
import { oneLine } from './errors.ts';
import type { Tests } from './test-record.ts';

/** A phone that the run's specs were spread over, not one that a test started. */
export interface RunPhone {
  serial: string;
  model: string;
  /** Xiaomi's system and Android's version. */
  system: string;
  /** Of an emulated phone; null: of none, or xiaomi-phone's default. */
  profile: string | null;
  /** Of an emulated phone, BCP 47; null where none was asked for. */
  language: string | null;
}

/** What the tests on a phone came to. */
export interface PhoneResult extends RunPhone {
  passed: number;
  failed: number;
  skipped: number;
  /** How long its workers were at it. */
  durationMs: number;
}

/** A test that failed, or was not run, on a phone. */
export interface FailedTest {
  /** Of the run's phone; null where none was there for it. */
  serial: string | null;
  /** Spec file, relative to the project; null of what is in none. */
  spec: string | null;
  title: string;
  /** One line. */
  error: string;
}

/** In the order of the phones. */
export function phoneResults(phones: readonly RunPhone[], tests: Tests): PhoneResult[] {
  return phones.map((phone) => {
    const { serial } = phone;
    const count = (wanted: string): number =>
      tests.ended.filter((test) => test.serial === serial && test.outcome === wanted).length;
    return {
      ...phone,
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      durationMs: Math.round(tests.timeOn(serial)),
    };
  });
}

/** In the order in which they failed. */
export function failedTests(tests: Tests, masker: Masker): FailedTest[] {
  return tests.ended.flatMap(({ outcome, serial = null, spec = null, title, error }) =>
    outcome === 'failed'
      ? [{ serial, spec, title, error: masker.mask(error ? oneLine(error) : 'no reason given') }]
      : [],
  );
}
