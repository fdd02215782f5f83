import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemClock } from '../../../emulator/android/clock.ts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock's timers, which a test lets go off. */
function fakeTimers(t: { mock: typeof test.mock }) {
  const timers: { delayMs: number; goOff: () => void }[] = [];
  t.mock.method(globalThis, 'setTimeout', ((task: () => void, delayMs: number) => {
    const timer = { delayMs, goOff: task };
    timers.push(timer);
    return timer;
  }) as unknown as typeof setTimeout);
  t.mock.method(globalThis, 'clearTimeout', ((timer: { goOff: () => void }) => {
    timer.goOff = () => undefined;
  }) as unknown as typeof clearTimeout);
  return timers;
}

test('what lies beyond the longest timer is waited for with several', (t) => {
  const timers = fakeTimers(t);
  let calls = 0;
  new SystemClock().after(2 * LONGEST_TIMER_MS + 5, () => (calls += 1));
  const seen = [0, 1, 2].map((i) => {
    timers[i]?.goOff();
    return [timers[i]?.delayMs, calls];
  });
  assert.deepEqual(seen, [
    [LONGEST_TIMER_MS, 0],
    [LONGEST_TIMER_MS, 0],
    [5, 1],
  ]);
});

test('a task beyond the longest timer is cancelled on its way', (t) => {
  const timers = fakeTimers(t);
  let calls = 0;
  const cancel = new SystemClock().after(LONGEST_TIMER_MS + 5, () => (calls += 1));
  timers[0]?.goOff();
  cancel();
  timers[1]?.goOff();
  assert.equal(calls, 0);
});
