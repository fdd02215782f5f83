import type { Verdict } from '../../../launcher/gate/gate.ts';
import type { StepTimes } from '../../../launcher/patience/data.ts';
import type { Night } from '../../../launcher/nightly/markdown.ts';
import type { FailedTest, PhoneResult, RunPhone } from '../../../launcher/phone-results.ts';
import { failureOn } from '../regression/summaries.ts';

export const PASSED: Verdict = {
  passed: true,
  findings: [{ level: 'passed', rule: 'minTests', text: '5 tests ran; at least 1 must' }],
};

const FAILED: Verdict = {
  passed: false,
  findings: [
    ...PASSED.findings,
    {
      level: 'failed',
      rule: 'maxUnknownFailures',
      text: '1 test failed of which nothing is known; at most 0 may',
      details: ['Redmi 7A, ru: specs/sms-code/late.spec.ts'],
    },
  ],
};

const REDMI_7A: RunPhone = {
  ...{ serial: 'emulator-5554', model: 'Redmi 7A', system: 'MIUI 10 (Android 9)' },
  ...{ profile: 'redmi-7a', language: 'ru' },
};

export function phoneResult(result: Partial<PhoneResult> = {}): PhoneResult {
  return { ...REDMI_7A, passed: 4, failed: 1, skipped: 0, durationMs: 90_000, ...result };
}

export function failedTest(test: Partial<FailedTest> = {}): FailedTest {
  return {
    ...failureOn(REDMI_7A),
    spec: 'specs/sms-code/late.spec.ts',
    title: 'a late SMS @regression',
    error: 'SmsNotReceivedError: no SMS in 5 min',
    ...test,
  };
}

/** @param serverMs p50; the slowest of them take twice that. */
export function stepTimes(serverMs: number, harnessMs: number, budgetMs = 300_000): StepTimes {
  const spread = (ms: number) => ({ p50Ms: ms, p95Ms: 2 * ms, maxMs: 2 * ms });
  return {
    ...{ count: 4, failed: 0, budgetMs },
    server: spread(serverMs) as StepTimes['server'],
    harness: spread(harnessMs) as StepTimes['harness'],
    ...{ serverTotalMs: 4 * serverMs, harnessTotalMs: 4 * harnessMs },
  };
}

/** A night with one failure, on one phone. */
export function aNight(night: Partial<Night> = {}): Night {
  return {
    summary: {
      tests: { passed: 4, failed: 1, skipped: 0 },
      results: [phoneResult()],
      failures: [failedTest()],
      durationMs: 90_000,
    },
    verdict: FAILED,
    times: { steps: [] },
    words: {
      times: 'The servers took 4.0 s (50 %), the harness 4.0 s.',
      pace: 'The servers were not slow, compared with the 9 runs before.',
      isSlow: false,
    },
    run: undefined,
    ...night,
  };
}
