import { describeHolder } from '../../device/leases/record.ts';
import type { LeaseStore } from '../../device/leases/store.ts';

/** What became of the leases that a person wanted ended. */
export interface Released {
  /** A line for each. */
  readonly lines: readonly string[];
  /** Whether none is left of those that were meant. */
  readonly ok: boolean;
}

/**
 * Ends leases.
 * @param serials empty: of all phones whose run is gone.
 * @param force also where the run goes on.
 */
export async function releaseLeases(
  store: LeaseStore,
  serials: readonly string[],
  { force, signal }: { force: boolean; signal: AbortSignal },
): Promise<Released> {
  const dead = (await store.list(signal)).filter(({ alive }) => !alive);
  const meant = serials.length > 0 ? serials : dead.map(({ serial }) => serial);
  if (meant.length === 0) return { lines: ['No lease of a run that is gone.'], ok: true };
  const lines: string[] = [];
  let ok = true;
  for (const serial of meant) {
    const releasing = await store.release(serial, { force });
    if (releasing.outcome === 'none') {
      lines.push(`${serial}: nobody has it`);
      continue;
    }
    const { outcome, lease } = releasing;
    const whose = describeHolder(lease);
    if (outcome === 'released') {
      lines.push(`${serial}: released, it was leased by ${whose}`);
    } else {
      ok = false;
      lines.push(
        `${serial}: kept, since its run goes on: ${whose}. End that run (kill ${lease.holder.process.pid}), or add --force.`,
      );
    }
  }
  return { lines, ok };
}
