import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, it } from 'node:test';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { Logcat } from '../../../emulator/android/logcat.ts';
import { SyncManager } from '../../../emulator/android/sync-manager.ts';

describe('syncs in the background', () => {
  let clock: ManualClock;
  let syncs: SyncManager;
  let runs: { readonly signal: AbortSignal; end(): void; fail(): void }[];

  beforeEach(() => {
    clock = new ManualClock();
    syncs = new SyncManager(clock, new Logcat(clock));
    runs = [];
    const sync = (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        runs.push({ signal, end: resolve, fail: () => reject(new Error('no network')) });
      });
    syncs.register({ authority: 'notes', sync });
  });

  it('run one at a time, and once more if asked for meanwhile', async () => {
    syncs.request('notes');
    syncs.request('notes');
    syncs.request('notes');
    assert.equal(runs.length, 1);
    runs[0]?.end();
    await setImmediate();
    assert.equal(runs.length, 2);
  });

  it('are tried again, later each time', async () => {
    syncs.request();
    for (const delayMs of [30_000, 60_000]) {
      const before = runs.length;
      runs.at(-1)?.fail();
      await setImmediate();
      clock.advance(delayMs - 1);
      assert.equal(runs.length, before, `within ${delayMs} ms`);
      clock.advance(1);
      assert.equal(runs.length, before + 1, `after ${delayMs} ms`);
    }
  });

  it('are not tried again once they are cancelled', async () => {
    syncs.request();
    runs[0]?.fail();
    await setImmediate();
    syncs.cancel();
    clock.advance(3_600_000);
    assert.equal(runs.length, 1);
  });

  it('end when they are cancelled, and can be asked for again', async () => {
    syncs.request();
    syncs.cancel();
    assert.ok(runs[0]?.signal.aborted);
    syncs.request();
    await setImmediate();
    assert.equal(runs.length, 2);
  });

  it('do not start any more once they are stopped', () => {
    syncs.stop();
    syncs.request();
    assert.equal(runs.length, 0);
  });
});
