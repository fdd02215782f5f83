import type { StepName } from '../../config/steps.ts';
import { distributionOf } from '../statistics.ts';
import type { PastRun } from './history.ts';
import { sum } from './data.ts';

/** From here on servers count as slow. */
const SLOW_RATIO = 3;
/** Less than this, over a whole journey, nobody waits for: it may be this machine's doing. */
const SLOW_MORE_MS = 5000;
/** What is usual is what these many runs before took. */
const RUNS_COMPARED = 20;

/** How long the servers took, compared with the runs before. */
export interface Pace {
  /** 1: as long as usual. */
  readonly ratio: number;
  readonly isSlow: boolean;
  /** What the servers took in a journey of the steps that compare. */
  readonly nowMs: number;
  /** The same, as it was before. */
  readonly usualMs: number;
  /** How many runs it is compared with. */
  readonly runs: number;
}

/** The runs that a run can be compared with, itself at the end: earlier ones on the same target. */
export function comparableRuns(history: readonly PastRun[], run: PastRun): PastRun[] {
  const earlier = history.filter(
    ({ runId, target, startedAt }) =>
      runId !== run.runId && target === run.target && startedAt <= run.startedAt,
  );
  return [...earlier.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)), run];
}

/**
 * Compares the servers' time in the steps of a run (p50) with the median of the runs before, over the
 * steps that some run before has as well: one journey in a run as against one in those.
 * @param earlier the runs before, the oldest first.
 * @returns `undefined` where there is nothing to compare with.
 */
export function paceOf(run: PastRun, earlier: readonly PastRun[]): Pace | undefined {
  const compared = earlier.slice(-RUNS_COMPARED);
  const pairs = run.steps.flatMap(({ step, server }) => {
    const usualMs = usualOf(step, compared);
    return usualMs === undefined ? [] : [{ usualMs, nowMs: server.p50Ms }];
  });
  if (pairs.length === 0) return undefined;
  const usualMs = sum(pairs.map((pair) => pair.usualMs));
  const nowMs = sum(pairs.map((pair) => pair.nowMs));
  const ratio = nowMs === usualMs ? 1 : nowMs / Math.max(usualMs, 1);
  const isSlow = ratio >= SLOW_RATIO && nowMs - usualMs >= SLOW_MORE_MS;
  return { ratio, isSlow, nowMs, usualMs, runs: compared.length };
}

function usualOf(wanted: StepName, runs: readonly PastRun[]): number | undefined {
  const timesMs = runs.flatMap(({ steps }) =>
    steps.filter(({ step }) => step === wanted).map(({ server }) => server.p50Ms),
  );
  return distributionOf(timesMs)?.p50Ms;
}
