import type { HarnessClock } from '../../config/clock.ts';
import { PhoneLeasedError } from './errors.ts';
import type { LeaseHolder } from './record.ts';
import type { FoundLease, Lease, LeaseStore, TakeOptions } from './store.ts';

const POLL_MS = 300;

export interface LeaseWait extends Omit<TakeOptions, 'signal'> {
  clock: HarnessClock;
  signal: AbortSignal;
  /** After which the phones are given up. */
  budgetMs: number;
  /** Told at every look, with those who have the phones. */
  onWaiting(busy: readonly FoundLease[], elapsedMs: number, budgetMs: number): void;
}

/**
 * Takes phones, and waits for them while other runs have them.
 * @throws {PhoneLeasedError} when they do not become free in time.
 */
export async function waitForPhones(
  store: LeaseStore,
  serials: readonly string[],
  holder: LeaseHolder,
  { clock, signal, budgetMs, onWaiting, atLeast, atMost }: LeaseWait,
): Promise<readonly Lease[]> {
  const startMs = clock.now();
  for (;;) {
    const { leases, busy } = await store.take(serials, holder, { atLeast, atMost, signal });
    if (leases !== undefined) return leases;
    const elapsedMs = clock.now() - startMs;
    if (elapsedMs >= budgetMs) throw new PhoneLeasedError(busy, budgetMs);
    onWaiting(busy, elapsedMs, budgetMs);
    await clock.sleep(Math.min(POLL_MS, budgetMs - elapsedMs), signal);
  }
}
