import type { HarnessClock } from '../config/clock.ts';
import { formatClock } from '../config/duration.ts';
import type { Settings } from '../config/settings.ts';
import { describeHolderShortly, thisHolder } from '../device/leases/record.ts';
import { LeaseStore, type Lease } from '../device/leases/store.ts';
import { waitForPhones, type LeaseWait } from '../device/leases/wait.ts';
import { clearLeftBehind, sweepDeadRuns, type SweepOptions } from './sweep.ts';

/** Who waits for a phone is told so as often. */
const WAITING_NOTE_MS = 15_000;

export interface LeasingOptions extends SweepOptions {
  settings: Pick<Settings, 'stateDir' | 'leaseWaitMs'>;
  runId: string;
  /** Phones that adb lists, in the order in which they are preferred. */
  serials: readonly string[];
  /** Less than all will do; default: all of them, or none. */
  atLeast?: number | undefined;
  /** No more than so many; default: all. */
  atMost?: number | undefined;
  clock: HarnessClock;
}

/**
 * Takes the phones of a run, each with a pair of ports of its own, and waits while other runs have them
 * (MI_LEASE_WAIT), which it notes now and then. Before that it clears away what killed runs left behind on any phone. The leases
 * end with this process; `Lease.release` ends them earlier.
 * @throws {PhoneLeasedError} when they do not become free in time.
 */
export async function leasePhones(options: LeasingOptions): Promise<readonly Lease[]> {
  const { settings, runId, serials, atLeast, atMost, clock, signal, onNote } = options;
  const store = new LeaseStore(settings.stateDir, clock);
  const holder = await thisHolder(runId);
  await sweepDeadRuns(store, holder, { ...options, stateDir: settings.stateDir });
  const leases = await waitForPhones(store, serials, holder, {
    ...{ clock, signal, budgetMs: settings.leaseWaitMs, onWaiting: waitingNotes(onNote) },
    ...{ atLeast, atMost },
  });
  try {
    // Of runs that were killed while this one waited.
    await Promise.all(leases.map((lease) => clearLeftBehind(lease, options)));
  } catch (error) {
    await releasePhones(leases);
    throw error;
  }
  return leases;
}

/** Of many looks, it tells the first, and one every quarter of a minute. */
function waitingNotes(onNote: (text: string) => void): LeaseWait['onWaiting'] {
  let notedMs: number | undefined;
  return (busy, elapsedMs, budgetMs) => {
    if (notedMs !== undefined && elapsedMs - notedMs < WAITING_NOTE_MS) return;
    notedMs = elapsedMs;
    const holders = busy
      .map((held) => `${held.serial} (${describeHolderShortly(held)})`)
      .join(', ');
    onNote(`waiting for ${holders} … ${formatClock(elapsedMs)} of ${formatClock(budgetMs)}`);
  };
}

/** Gives the phones back. */
export async function releasePhones(leases: readonly Lease[]): Promise<void> {
  // One after the other: together they would only wait for each other.
  for (const lease of leases) await lease.release();
}
