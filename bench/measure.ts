/** One measured quantity: its samples' percentiles against its goal. */
export interface Measurement {
  readonly name: string;
  /** MB: 1,000,000 bytes. */
  readonly unit: 'ms' | 'MB';
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  /** What the p50 must stay under. */
  readonly goal: number;
  readonly ok: boolean;
}

/**
 * Runs `sample` `n` times, one after the other, and sums the results up.
 * @param sample resolves to a duration in ms, or what else the unit says; its own preparations do
 *   not count.
 */
export async function measure(
  name: string,
  goal: number,
  n: number,
  sample: () => Promise<number>,
  unit: Measurement['unit'] = 'ms',
): Promise<Measurement> {
  const samples: number[] = [];
  for (let i = 0; i < n; i += 1) samples.push(await sample());
  samples.sort((a, b) => a - b);
  const p50 = percentile(samples, 50);
  return { name, unit, n, p50, p95: percentile(samples, 95), goal, ok: p50 < goal };
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
