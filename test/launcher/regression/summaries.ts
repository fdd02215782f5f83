import type { FailedTest, PhoneResult, RunPhone } from '../../../launcher/phone-results.ts';
import type { Summary } from '../../../launcher/summary.ts';

export const NOTE_13: RunPhone = {
  serial: 'emulator-5554',
  model: 'Redmi 红米 Note 13',
  system: 'HyperOS 3.0',
  profile: 'redmi-note-13-pro-5g',
  language: 'zh-CN',
};

export const REDMI_7A: RunPhone = {
  serial: 'emulator-5556',
  model: 'Redmi 7A',
  system: 'MIUI 10',
  profile: null,
  language: null,
};

export function passedIn(phone: RunPhone, passed: number, durationMs: number): PhoneResult {
  return { ...phone, passed, failed: 0, skipped: 0, durationMs };
}

export function failedIn(phone: RunPhone, failed: number, durationMs: number): PhoneResult {
  return { ...phone, passed: 0, failed, skipped: 0, durationMs };
}

export function failureOn(phone: RunPhone | undefined): FailedTest {
  const { serial = null, model = null, profile = null, language = null } = phone ?? {};
  return {
    ...{ serial, model, profile, language },
    title: 'a test',
    spec: 'specs/sign-up.spec.ts',
    error: 'SmsError: no SMS',
    message: 'SmsError: no SMS\n  screen: SMS code\n  expected: an SMS',
    category: 'sms',
    known: null,
  };
}

/** Of a run on these phones, one after the other. */
export function summaryOf(results: PhoneResult[]): Summary {
  const sum = (key: 'passed' | 'failed' | 'skipped' | 'durationMs'): number =>
    results.reduce((total, result) => total + result[key], 0);
  const tests = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  return {
    runId: '20260101-000000-abcdef',
    outcome: tests.failed === 0 ? 'passed' : 'failed',
    shard: null,
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: sum('durationMs'),
    tests,
    results,
    failures: [],
    flaky: [],
    phones: [],
    leftOut: [],
    moved: [],
    notRun: [],
    notes: [],
    report: null,
    junit: [],
    error: null,
    errors: [],
  };
}
