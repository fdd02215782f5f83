import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultsTable } from '../../../launcher/regression/table.ts';
import { failedIn, NOTE_13, passedIn, REDMI_7A, summaryOf } from './summaries.ts';

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

  it('leaves the build of a system out, which makes lines too long', () => {
    const system = 'HyperOS 3.0 (OS3.0.306.0.WNRMIXM), Android 16';
    const [, line] = resultsTable(summaryOf([passedIn({ ...NOTE_13, system }, 1, 0)]), false);
    assert.match(line ?? '', / {2}HyperOS 3\.0, Android 16 {2}/);
  });

  it('is green where a phone passed, and red where one failed', () => {
    const summary = summaryOf([passedIn(NOTE_13, 1, 0), failedIn(REDMI_7A, 1, 0)]);
    const colors = resultsTable(summary, true).map((line) => line.slice(0, 5));
    assert.deepEqual(colors.slice(1), ['\u001B[32m', '\u001B[31m', '\u001B[31m']);
  });
});
