/** How times are spread; milliseconds. */
export interface Distribution {
  readonly count: number;
  readonly minMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/**
 * The distribution of times, its percentiles by the nearest rank: each is a time that was measured.
 * @returns `undefined` for no times.
 */
export function distributionOf(timesMs: readonly number[]): Distribution | undefined {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  const [minMs, p50Ms, p90Ms, p95Ms, maxMs] = [0, 0.5, 0.9, 0.95, 1].map(at);
  if (minMs === undefined || p50Ms === undefined || p90Ms === undefined) return undefined;
  if (p95Ms === undefined || maxMs === undefined) return undefined;
  return { count: sorted.length, minMs, p50Ms, p90Ms, p95Ms, maxMs };
}

/** Values by the key that each has, in the order in which the keys come first. */
export function groupedBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
