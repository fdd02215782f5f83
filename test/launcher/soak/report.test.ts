import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../../launcher/soak/outcome.ts';
import { progressLine, reportLines, reportOf } from '../../../launcher/soak/report.ts';

const TIMES = { startedAt: '2026-01-01T00:00:00.000Z', tookMs: 61_000, wanted: 2 };
const CREATED: Outcome = {
  ...{ number: 1, profile: 'redmi-7a', language: 'ru', pictureCode: 'after', smsAutofill: 'on' },
  ...{ ms: 4_000, setUpMs: 6_000, duplicates: 0, steps: [{ step: 'sms-code', ms: 1_500 }] },
};
const FAILED: Outcome = {
  ...{ number: 2, profile: 'xiaomi-13', language: 'en', pictureCode: 'never', smsAutofill: 'off' },
  ...{ steps: [{ step: 'sms-code', ms: 9_999_000 }], duplicates: 1, evidence: 'reports/soak/2' },
  error: { type: 'ServerTooSlowError', message: 'Nothing came.\n  phone: emulator-5554' },
};

const report = reportOf([CREATED, FAILED], TIMES);

test('the counts are of all, the times of those that went well', () => {
  const { created, failed, duplicates, times } = report;
  assert.deepEqual({ created, failed, duplicates }, { created: 1, failed: 1, duplicates: 1 });
  assert.equal(times.all?.maxMs, 4_000);
  assert.equal(times.byStep['sms-code']?.maxMs, 1_500);
  assert.deepEqual(Object.keys(times.byProfile), ['redmi-7a']);
});

test('the end is told with each failure and where its evidence is', () => {
  const text = reportLines(report).join('\n');
  assert.match(text, /Enter the code from the SMS +1\.5 s/);
  assert.match(text, /Nothing came\.\n {2}phone: emulator-5554\n {2}evidence: reports\/soak\/2/);
  assert.match(text, /1 of 2 accounts created, 1 failed, in 1 min 01 s/);
  assert.match(text, /submissions that the account service got twice: 1$/);
});

test('each sign-up has a line of its own', () => {
  assert.equal(
    progressLine(CREATED, 100),
    '✓   1/100  redmi-7a, ru, picture code after, SMS autofill on: 4.0 s',
  );
  assert.match(progressLine(FAILED, 2), /^✗ 2\/2 .*: ServerTooSlowError$/);
});
