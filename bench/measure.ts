/** Which of the samples' sums a goal is for. */
type GoalOf = 'p50' | 'p95' | 'max';

/** One measured quantity: its samples' percentiles against its goal. */
export interface Measurement {
  readonly name: string;
  readonly unit: Unit;
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** What one of the sums may come up to; absent where a peer is measured to compare with. */
  readonly goal?: number | undefined;
  readonly of?: GoalOf | undefined;
  readonly ok: boolean;
}

/** MB: 1,000,000 bytes. */
type Unit = 'ms' | 'MB' | '%' | 'pictures' | 'times';

interface Goal {
  readonly unit: Unit;
  readonly goal?: number;
  /** Default: `p50`. */
  readonly of?: GoalOf;
}

/**
 * Runs `sample` `n` times, one after the other, and sums the results up.
 * @param goal what the p50 may come up to.
 * @param sample resolves to a duration in ms, or what else the unit says; its own preparations do
 *   not count.
 */
export async function measure(
  name: string,
  goal: number,
  n: number,
  sample: () => Promise<number>,
  unit: Unit = 'ms',
): Promise<Measurement> {
  const samples: number[] = [];
  for (let i = 0; i < n; i += 1) samples.push(await sample());
  return summary(name, samples, { unit, goal });
}

/** Sums up samples that are there already. */
export function summary(
  name: string,
  samples: readonly number[],
  { unit, goal, of = 'p50' }: Goal,
): Measurement {
  const sorted = [...samples].sort((a, b) => a - b);
  const sums = {
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    max: percentile(sorted, 100),
  };
  const rest = goal === undefined ? { ok: true } : { goal, of, ok: sums[of] <= goal };
  return { name, unit, n: sorted.length, ...sums, ...rest };
}

/** How long a task takes, in ms. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await task();
  return performance.now() - startMs;
}

/** Nearest-rank percentile of sorted samples, to a tenth. */
function percentile(sorted: readonly number[], rank: number): number {
  const value = sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('no samples');
  return Math.round(value * 10) / 10;
}
