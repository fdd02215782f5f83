import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SIGN_UP_STEPS, STEPS } from '../../../config/steps.ts';
import { sum, timesOfRun, type TimedRun } from '../../../launcher/patience/data.ts';
import { signUpRun } from './examples.ts';

const milliseconds = fc.integer({ min: 0, max: 400_000 });
const timedStep = fc.record({
  name: fc.constantFrom(...STEPS.map(({ name }) => name)),
  outcome: fc.constantFrom('passed' as const, 'failed' as const),
  ...{ serverMs: milliseconds, harnessMs: milliseconds, budgetMs: milliseconds },
});
const serial = fc.constantFrom('one', 'two', 'three');
const phone = fc.record({
  serial: fc.oneof(serial, fc.string()),
  model: fc.constantFrom('Redmi 7A (M1903C3EG)', 'Xiaomi 13 (2211133C)'),
  forPhone: fc.option(serial),
  steps: fc.array(timedStep),
});
const timedRun: fc.Arbitrary<TimedRun> = fc.record({
  runId: fc.constant('run'),
  startedAt: fc.constant('2026-11-26T02:00:00.000Z'),
  results: fc.constantFrom(
    [],
    [
      { serial: 'one', model: 'Redmi 7A (M1903C3EG)', language: 'ru' },
      { serial: 'two', model: 'Redmi 7A (M1903C3EG)', language: 'en' },
    ],
  ),
  phones: fc.array(phone),
});

describe('where the time of a run went', () => {
  it('loses no time and no step, on all phones and phone by phone', () => {
    fc.assert(
      fc.property(timedRun, (run) => {
        const taken = run.phones.flatMap(({ steps }) => steps);
        const { steps } = timesOfRun(run);
        const totals = steps.map(({ times }) => times);
        const ofPhones = steps.flatMap(({ phones }) => phones.map(({ times }) => times));
        for (const times of [totals, ofPhones]) {
          assert.equal(sum(times.map(({ count }) => count)), taken.length);
          assert.equal(
            sum(times.map(({ failed }) => failed)),
            taken.filter(({ outcome }) => outcome === 'failed').length,
          );
          assert.equal(
            sum(times.map(({ serverTotalMs }) => serverTotalMs)),
            sum(taken.map(({ serverMs }) => serverMs)),
          );
          assert.equal(
            sum(times.map(({ harnessTotalMs }) => harnessTotalMs)),
            sum(taken.map(({ harnessMs }) => harnessMs)),
          );
        }
      }),
    );
  });

  it('has the steps in the order of the how-to, whatever order they were taken in', () => {
    const run = signUpRun(1);
    const backwards = run.phones.map((of) => ({ ...of, steps: of.steps.toReversed() }));
    assert.deepEqual(
      timesOfRun({ ...run, phones: backwards }).steps.map(({ title }) => title),
      SIGN_UP_STEPS.map(({ title }) => title),
    );
  });

  it('counts a phone that a test started as the one that it stood for', () => {
    const run = signUpRun(1, 1, [
      { serial: 'one', model: 'Redmi 7A (M1903C3EG)', language: 'ru' },
      { serial: 'two', model: 'Redmi 7A (M1903C3EG)', language: 'en' },
    ]);
    const [first] = run.phones;
    assert.ok(first);
    const started = { ...first, serial: 'three', forPhone: 'two' };
    const { phones, steps } = timesOfRun({ ...run, phones: [started, first] });
    assert.deepEqual(phones, ['Redmi 7A · ru', 'Redmi 7A · en']);
    assert.deepEqual(
      steps[0]?.phones.map(({ label, times }) => [label, times.count]),
      [
        ['Redmi 7A · ru', 1],
        ['Redmi 7A · en', 1],
      ],
    );
  });
});
