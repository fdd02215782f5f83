import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { phoneName, resultsTable } from '../../../launcher/regression/table.ts';
import { failedIn, NOTE_13, passedIn, REDMI_7A, summaryOf } from './summaries.ts';

const FAILURE = { title: 'a test', spec: 'specs/sign-up.spec.ts', error: 'SmsError: no SMS' };

describe('table of a regression', () => {
  it('has a line for each phone and one for all, columns under each other', () => {
    const summary = summaryOf([passedIn(NOTE_13, 12, 90_000), failedIn(REDMI_7A, 2, 600_000)]);
    assert.deepEqual(resultsTable(summary, false), [
      'PHONE               SYSTEM       LANGUAGE  PASSED  FAILED  SKIPPED  MINUTES',
      'Redmi 红米 Note 13  HyperOS 3.0  zh-CN         12       0        0      1.5',
      'Redmi 7A            MIUI 10                     0       2        0     10.0',
      'all                                            12       2        0     11.5',
    ]);
  });

  it('says below what failed where', () => {
    const summary = summaryOf([failedIn(NOTE_13, 1, 0), failedIn(REDMI_7A, 1, 0)]);
    summary.failures = [
      { ...FAILURE, serial: NOTE_13.serial },
      { ...FAILURE, serial: REDMI_7A.serial, spec: null },
      { ...FAILURE, serial: null },
    ];
    assert.deepEqual(resultsTable(summary, false).slice(-8), [
      '',
      'Failed',
      '  Redmi 红米 Note 13, zh-CN: specs/sign-up.spec.ts',
      '    SmsError: no SMS',
      '  Redmi 7A (emulator-5556): a test',
      '    SmsError: no SMS',
      '  no phone: specs/sign-up.spec.ts',
      '    SmsError: no SMS',
    ]);
  });

  it('is green where a phone passed, and red where one failed', () => {
    const summary = summaryOf([passedIn(NOTE_13, 1, 0), failedIn(REDMI_7A, 1, 0)]);
    const colors = resultsTable(summary, true).map((line) => line.slice(0, 5));
    assert.deepEqual(colors.slice(1), ['\u001B[32m', '\u001B[31m', '\u001B[31m']);
  });

  it('calls a phone without a language by its serial', () => {
    assert.equal(phoneName(REDMI_7A), 'Redmi 7A (emulator-5556)');
  });
});
