import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualHarnessClock, RealHarnessClock } from '../../config/clock.ts';

for (const clock of [new RealHarnessClock(), new ManualHarnessClock()]) {
  test(`${clock.constructor.name}: an aborted sleep throws the reason`, async () => {
    const abort = new AbortController();
    const sleeping = clock.sleep(60_000, abort.signal);
    abort.abort(new Error('interrupted'));
    await assert.rejects(sleeping, /interrupted/);
  });
}

test('a manual sleep moves the clock on', async () => {
  const clock = new ManualHarnessClock(1000);
  await clock.sleep(300_000);
  assert.equal(clock.now(), 301_000);
});
