import type { ErrorCategory } from '../config/errors.ts';
import type { Masker } from '../config/masker.ts';
import { errorLines, oneLine } from './errors.ts';
import type { KnownMark } from './gate/known.ts';
import type { Tests } from './test-record.ts';

const NO_REASON = 'no reason given';

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
  /** Of the phone, as `RunPhone` has it; null where none was there for it. */
  model: string | null;
  profile: string | null;
  language: string | null;
  /** One line. */
  error: string;
  /** All that the error says, in lines: the screen, what was expected and seen, what to do. */
  message: string;
  category: ErrorCategory;
  /** What of `config/known-issues.json` it is known by. */
  known: KnownMark | null;
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

/**
 * In the order in which they failed.
 * @param known says what a failure is known by.
 */
export function failedTests(
  phones: readonly RunPhone[],
  tests: Tests,
  masker: Masker,
  known: (failure: Omit<FailedTest, 'known'>) => KnownMark | null,
): FailedTest[] {
  return tests.ended.flatMap(({ outcome, serial = null, spec = null, title, error }) => {
    if (outcome !== 'failed') return [];
    const phone = phones.find((ofRun) => ofRun.serial === serial);
    const { model = null, profile = null, language = null } = phone ?? {};
    const failure = {
      ...{ serial, spec, title, model, profile, language },
      error: masker.mask(error ? oneLine(error) : NO_REASON),
      message: masker.mask(error ? errorLines(error) : NO_REASON),
      category: error?.category ?? 'harness',
    };
    return [{ ...failure, known: known(failure) }];
  });
}

/** What a person calls a phone of the run. */
export function phoneName({
  model,
  serial,
  language,
}: Pick<FailedTest, 'model' | 'serial' | 'language'>): string {
  if (model === null) return serial ?? 'no phone';
  return language === null ? `${model} (${serial ?? 'no serial'})` : `${model}, ${language}`;
}
