import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timesOfRun } from '../../../launcher/patience/data.ts';
import { pastRunOf, type PastRun } from '../../../launcher/patience/history.ts';
import { comparableRuns, paceOf } from '../../../launcher/patience/pace.ts';
import { patienceInWords } from '../../../launcher/patience/words.ts';
import { signUpRun } from './examples.ts';

const pastRun = (day: number, slowness = 1): PastRun =>
  pastRunOf(timesOfRun(signUpRun(day, slowness)), 'emulated');
const USUAL = [1, 2, 3, 4, 5].map((day) => pastRun(day));

describe('the pace of the servers', () => {
  it('cannot be told of the first run', () => {
    assert.equal(paceOf(pastRun(1), []), undefined);
  });

  it('is that of a usual day where the servers take as long as before', () => {
    const { ratio, isSlow, runs } = paceOf(pastRun(6), USUAL) ?? {};
    assert.deepEqual({ ratio, isSlow, runs }, { ratio: 1, isSlow: false, runs: 5 });
  });

  it('is slow where they take several times as long', () => {
    const pace = paceOf(pastRun(6, 8), USUAL);
    assert.equal(Math.round(pace?.ratio ?? 0), 8);
    assert.equal(pace?.isSlow, true);
  });

  it('is not slow where nobody would notice', () => {
    const fast = [1, 2, 3].map((day) => pastRun(day, 0.01));
    assert.equal(paceOf(pastRun(6, 0.1), fast)?.isSlow, false);
  });

  it('is that of a usual day on the day after a slow one', () => {
    assert.equal(paceOf(pastRun(7), [...USUAL, pastRun(6, 20)])?.ratio, 1);
  });

  it('compares only the steps that were taken before', () => {
    const without = ({ steps, ...run }: PastRun): PastRun => ({
      ...run,
      steps: steps.filter(({ step }) => step !== 'sms-code'),
    });
    assert.equal(paceOf(pastRun(6), USUAL.map(without))?.ratio, 1);
    assert.equal(paceOf(without(pastRun(6)), USUAL)?.ratio, 1);
  });
});

describe('the runs that compare', () => {
  it('are the earlier ones on the same target, the oldest first, and this one', () => {
    const other = { ...pastRun(2), target: 'devices' };
    const history = [pastRun(3), other, pastRun(5), pastRun(1), pastRun(4)];
    assert.deepEqual(
      comparableRuns(history, pastRun(4)).map(({ runId }) => runId),
      ['run-1', 'run-3', 'run-4'],
    );
  });
});

describe('patience in words', () => {
  it('says whose the time was, and that the day was slow', () => {
    const slow = signUpRun(26, 20);
    const { title, times, pace, isSlow } = patienceInWords(timesOfRun(slow), [
      ...USUAL,
      pastRun(26, 20),
    ]);
    assert.equal(title, '26 Nov 2026, 02:00 UTC: 1 phone, 6 steps');
    assert.equal(times, 'The servers took 3 min 39 s (98 %), the harness 5.5 s.');
    assert.equal(
      pace,
      'A slow day of the servers: they took 20 × as long as in the 5 runs before.',
    );
    assert.equal(isSlow, true);
  });

  it('says how long the servers took where the day was not slow', () => {
    const { pace, isSlow } = patienceInWords(timesOfRun(signUpRun(6, 1.5)), [
      ...USUAL,
      pastRun(6, 1.5),
    ]);
    assert.equal(
      pace,
      'No slow day of the servers: 16.4 s in a journey, 10.9 s in the 5 runs before.',
    );
    assert.equal(isSlow, false);
  });

  it('has words for a run that took no step', () => {
    const { times } = patienceInWords(timesOfRun({ ...signUpRun(1), phones: [] }), []);
    assert.equal(times, 'The run took no step.');
  });
});
