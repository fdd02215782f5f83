import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeSummaries } from '../../../launcher/report/merge-summaries.ts';
import type { Summary } from '../../../launcher/summary.ts';
import {
  failedIn,
  failureOn,
  NOTE_13,
  passedIn,
  REDMI_7A,
  summaryOf,
} from '../regression/summaries.ts';

const HOUR_MS = 3_600_000;
const START = '2027-01-10T02:00:00.000Z';

function part(current: number, change: Partial<Summary> = {}, total = 2): Summary {
  return {
    ...summaryOf([passedIn(NOTE_13, 2, HOUR_MS)]),
    runId: `run-${String(current)}`,
    shard: { current, total },
    startedAt: START,
    ...change,
  };
}

describe('the summary of merged parts', () => {
  it('adds up the tests of each phone, whatever serial it had', () => {
    const other = [passedIn({ ...NOTE_13, serial: 'emulator-5560' }, 3, HOUR_MS)];
    const { results, tests } = mergeSummaries([
      part(1),
      part(2, { results: other, tests: { passed: 3, failed: 0, skipped: 0 } }),
    ]);
    assert.deepEqual(results, [passedIn(NOTE_13, 5, 2 * HOUR_MS)]);
    assert.equal(tests.passed, 5);
  });

  it('takes a phone for the one that had another serial in another part', () => {
    const { model, system } = NOTE_13;
    const account = 'none' as const;
    const phone = (serial: string, forPhone: string | null) => ({
      ...{ serial, model, system, forPhone, account },
      ...{ steps: [], out: null },
    });
    const { phones } = mergeSummaries([
      part(1, { phones: [phone(NOTE_13.serial, null), phone('emulator-5570', NOTE_13.serial)] }),
      part(2, {
        results: [passedIn({ ...NOTE_13, serial: 'emulator-5560' }, 3, HOUR_MS)],
        phones: [phone('emulator-5560', null), phone('emulator-5572', 'emulator-5560')],
      }),
    ]);
    assert.deepEqual(
      phones.map(({ forPhone }) => forPhone),
      [null, NOTE_13.serial, NOTE_13.serial, NOTE_13.serial],
    );
  });

  it('keeps phones apart that only have the same model', () => {
    const other = [passedIn({ ...REDMI_7A, serial: 'b' }, 1, 0)];
    const { results } = mergeSummaries([
      part(1, { results: [passedIn(REDMI_7A, 1, 0)] }),
      part(2, { results: other }),
    ]);
    assert.equal(results.length, 2);
  });

  it('fails when one failed, with what failed in it', () => {
    const failed = summaryOf([failedIn(REDMI_7A, 1, 0)]);
    const failures = [failureOn(REDMI_7A)];
    const whole = mergeSummaries([
      part(1),
      part(2, {
        ...failed,
        ...{ runId: 'b', failures, shard: { current: 2, total: 2 } },
      }),
    ]);
    assert.equal(whole.outcome, 'failed');
    assert.deepEqual(whole.failures, failures);
  });

  it('lasts from the start of the first to the end of the last', () => {
    const { startedAt, durationMs } = mergeSummaries([
      part(1),
      part(2, { startedAt: '2027-01-10T02:30:00.000Z' }),
    ]);
    assert.deepEqual([startedAt, durationMs], [START, 1.5 * HOUR_MS]);
  });

  it('fails when a part is missing, and says which', () => {
    const { outcome, errors } = mergeSummaries([part(1, {}, 3), part(3, {}, 3)]);
    assert.equal(outcome, 'failed');
    assert.deepEqual(
      errors.map(({ message }) => message.slice(0, 22)),
      ['Part 2 of 3 is missing'],
    );
  });

  it('refuses a run that is there twice', () => {
    assert.throws(
      () => mergeSummaries([part(1), part(2, { runId: 'run-1' })]),
      /The same run is there twice/,
    );
  });

  it('refuses a part that is there twice', () => {
    assert.throws(
      () => mergeSummaries([part(1), part(1, { runId: 'run-2' })]),
      /The same part of a regression is there twice[\s\S]*part 1 of 2, of run-1 and run-2/,
    );
  });

  it('refuses parts of different things', () => {
    assert.throws(
      () => mergeSummaries([part(1), part(2, { shard: null })]),
      /parts of different things/,
    );
  });

  it('notes that runs started far apart', () => {
    const { notes } = mergeSummaries([part(1), part(2, { startedAt: '2027-01-11T02:00:00.000Z' })]);
    assert.match(notes.map(({ text }) => text).join(), /24 hours apart/);
  });

  it('remembers what it was merged of, also when it is merged again', () => {
    const whole = mergeSummaries([
      mergeSummaries([part(1, {}, 3), part(2, {}, 3)]),
      part(3, {}, 3),
    ]);
    assert.deepEqual(
      whole.merged?.map(({ runId }) => runId),
      ['run-1', 'run-2', 'run-3'],
    );
  });
});
