import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ManualHarnessClock, RealHarnessClock } from '../../config/clock.ts';
import { StateLockedError } from '../../device/errors.ts';
import { thisProcess, type ProcessIdentity } from '../../device/process-identity.ts';
import { withStateLock } from '../../device/state-lock.ts';

const options = { clock: new RealHarnessClock() };
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-lock-test-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** How many were in it at the same time, at most. */
async function crowd(count: number): Promise<number> {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: count }, () =>
      withStateLock(path, options, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await options.clock.sleep(1);
        inside -= 1;
      }),
    ),
  );
  return most;
}

async function heldBy(process: Partial<ProcessIdentity>): Promise<void> {
  const owner = { ...(await thisProcess()), ...process };
  symlinkSync(JSON.stringify({ id: 'a1', process: owner }), path);
}

describe('the lock of the state folder', () => {
  it('lets one in at a time', async () => {
    assert.equal(await crowd(30), 1);
  });

  it('of a process that is gone is taken over by one at a time', async () => {
    await heldBy({ startedAt: 'long ago' });
    assert.equal(await crowd(30), 1);
  });

  it('is taken over also from one that was killed while it took it over', async () => {
    await heldBy({ startedAt: 'long ago' });
    const dead = { ...(await thisProcess()), startedAt: 'yesterday' };
    symlinkSync(JSON.stringify({ id: 'b2', process: dead }), `${path}.a1`);
    assert.equal(await crowd(10), 1);
  });

  it('leaves nothing behind', async () => {
    await heldBy({ startedAt: 'long ago' });
    await crowd(5);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is let go when the task fails', async () => {
    const failing = withStateLock(path, options, () => Promise.reject(new Error('no')));
    await assert.rejects(failing, /no/);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is waited for no longer than its limit', async () => {
    await heldBy({});
    const clock = new ManualHarnessClock();
    const waiting = withStateLock(path, { clock }, async () => undefined);
    setImmediate(() => clock.advance(30_000));
    await assert.rejects(waiting, StateLockedError);
  });

  it('is not waited for once that is called off', async () => {
    await heldBy({});
    const stop = new AbortController();
    setImmediate(() => stop.abort(new Error('enough')));
    await assert.rejects(
      withStateLock(path, { ...options, signal: stop.signal }, async () => undefined),
      /enough/,
    );
  });
});
