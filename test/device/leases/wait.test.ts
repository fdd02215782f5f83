import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ManualHarnessClock } from '../../../config/clock.ts';
import { PhoneLeasedError } from '../../../device/leases/errors.ts';
import { thisHolder, type LeaseHolder } from '../../../device/leases/record.ts';
import { LeaseStore, type Lease } from '../../../device/leases/store.ts';
import { waitForPhones, type LeaseWait } from '../../../device/leases/wait.ts';

let stateDir: string;
let store: LeaseStore;
let holder: LeaseHolder;
let held: Lease | undefined;

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'lease-wait-test-'));
  store = new LeaseStore(stateDir);
  holder = await thisHolder('first');
  const { leases } = await store.take(['8e3f21'], holder);
  held = leases?.[0];
});
afterEach(() => rmSync(stateDir, { recursive: true }));

async function wait(options: Partial<LeaseWait> = {}): Promise<readonly Lease[]> {
  return waitForPhones(
    store,
    ['8e3f21'],
    { ...holder, runId: 'second' },
    {
      clock: new ManualHarnessClock(),
      signal: new AbortController().signal,
      budgetMs: 10_000,
      onWaiting: () => undefined,
      ...options,
    },
  );
}

describe('waiting for a phone', () => {
  it('ends when it is given back', async () => {
    let given: Promise<void> | undefined;
    const leases = await wait({
      budgetMs: 600_000,
      onWaiting: () => {
        given ??= held?.release();
      },
    });
    await given;
    assert.equal(leases[0]?.record.holder.runId, 'second');
  });

  it('says who has it, and for how long it has waited', async () => {
    const told: [runId: string | undefined, elapsedMs: number, budgetMs: number][] = [];
    const ended = wait({
      budgetMs: 500,
      onWaiting: ([lease], elapsedMs, budgetMs) =>
        told.push([lease?.holder.runId, elapsedMs, budgetMs]),
    });
    await ended.catch(() => undefined);
    assert.deepEqual(told, [
      ['first', 0, 500],
      ['first', 300, 500],
    ]);
  });

  it('ends with the budget, naming phone, holder and how to release it', async () => {
    await assert.rejects(wait(), (error) => {
      assert.ok(error instanceof PhoneLeasedError);
      assert.match(error.message, /8e3f21: run first[^]*--release 8e3f21/);
      return true;
    });
  });

  it('ends when it is called off', async () => {
    const stop = new AbortController();
    const ended = wait({
      signal: stop.signal,
      onWaiting: () => stop.abort(new Error('enough')),
    });
    await assert.rejects(ended, /enough/);
  });
});
