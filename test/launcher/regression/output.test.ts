import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import type { Terminal } from '../../../launcher/output.ts';
import { RegressionOutput } from '../../../launcher/regression/output.ts';
import { RunFolder } from '../../../launcher/run-folder.ts';
import { VirtualScreen } from '../terminal/virtual-screen.ts';
import { NOTE_13, passedIn, REDMI_7A, summaryOf } from './summaries.ts';

const TEST = { title: 'a test', spec: 'specs/sign-up.spec.ts', durationMs: 1234 };
const SMS_ERROR = { type: 'SmsError', message: 'no SMS\n  remedy', category: 'sms' } as const;

/** An output whose terminal is a file, so that nothing is redrawn or coloured. */
function output() {
  const stdout = new PassThrough();
  const terminal = { stdin: new PassThrough(), stdout } as unknown as Terminal;
  const shown = new RegressionOutput(terminal, new RunFolder(join(tmpdir(), 'never-created')), {
    live: false,
    color: false,
  });
  return { shown, lines: () => String(stdout.read() ?? '').split('\n') };
}

/** One whose terminal can be redrawn. */
function onScreen() {
  const screen = new VirtualScreen();
  const terminal = { stdin: new PassThrough(), stdout: screen } as unknown as Terminal;
  const shown = new RegressionOutput(terminal, new RunFolder(join(tmpdir(), 'never-created')), {
    live: true,
    color: false,
  });
  return { shown, screen };
}

describe('output of a regression', () => {
  it('has a line for a test that passed, with its phone', () => {
    const { shown, lines } = output();
    shown.test({ ...TEST, outcome: 'passed' }, NOTE_13);
    assert.deepEqual(lines(), ['✓ Redmi 红米 Note 13, zh-CN: specs/sign-up.spec.ts  1.2 s', '']);
  });

  it('has another one for what a test failed with', () => {
    const { shown, lines } = output();
    shown.test({ ...TEST, outcome: 'failed', error: SMS_ERROR }, REDMI_7A);
    assert.deepEqual(lines(), [
      '✗ Redmi 7A (emulator-5556): specs/sign-up.spec.ts  1.2 s',
      '    SmsError: no SMS',
      '',
    ]);
  });

  it('leaves the steps to the report', () => {
    const { shown, lines } = output();
    shown.progress({ type: 'note', serial: REDMI_7A.serial, text: 'beside' });
    shown.progress({ type: 'phone-ready', ...REDMI_7A });
    assert.deepEqual(lines(), ['']);
  });

  it('tells that a phone is used no more', () => {
    const { shown, lines } = output();
    shown.progress({ type: 'phone-out', serial: REDMI_7A.serial, reason: 'PhoneLostError: gone' });
    assert.match(lines().join('\n'), /emulator-5556.*PhoneLostError: gone/);
  });

  it('says how many phones are at work where that is to be seen', () => {
    const { shown, screen } = onScreen();
    for (const phone of [NOTE_13, REDMI_7A]) shown.progress({ type: 'phone-ready', ...phone });
    shown.progress({ type: 'worker-began', serial: NOTE_13.serial }, NOTE_13);
    assert.match(screen.text, /\n {2}0 tests ended, 0 failed; 1 of 2 phones at work$/);
  });

  it('ends with the table, the verdict and where to read on', () => {
    const { shown, lines } = output();
    shown.finished(summaryOf([passedIn(NOTE_13, 1, 30_000)]), '/r/index.html');
    assert.deepEqual(lines().slice(-5), [
      '',
      'PASSED in 30.0 s; tests: 1 passed, 0 failed, 0 skipped',
      'report:  file:///r/index.html',
      'summary: reports/summary.json, logs: reports/logs/',
      '',
    ]);
  });

  it('names what ended the run itself', () => {
    const { shown, lines } = output();
    const summary = { ...summaryOf([]), outcome: 'failed' as const, error: SMS_ERROR };
    shown.finished(summary, undefined);
    assert.match(lines().join('\n'), /^SmsError\nno SMS\n {2}remedy\n\nFAILED in 0\.0 s;/m);
  });
});
