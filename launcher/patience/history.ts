import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { STEPS, type StepName } from '../../config/steps.ts';
import type { RunTimes, StepTimes } from './data.ts';

/** Half a year of nights, with some more by day. */
const RUNS_KEPT = 300;

const STEP_NAMES = STEPS.map(({ name }) => name) as [StepName, ...StepName[]];
const milliseconds = z.number().nonnegative();
const spread = z.object({ p50Ms: milliseconds, p95Ms: milliseconds });
const pastRun = z.object({
  version: z.literal(1),
  runId: z.string().min(1),
  startedAt: z.iso.datetime(),
  /** As in `MI_TARGET`: only runs on the same one compare. */
  target: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(STEP_NAMES),
      count: z.number().int().positive(),
      failed: z.number().int().nonnegative(),
      server: spread,
      harness: spread,
      budgetMs: milliseconds,
    }),
  ),
});

/** A line of `reports/patience.jsonl`: how long the steps of a run took, on all its phones. */
export type PastRun = z.infer<typeof pastRun>;

/** What is kept of a run. */
export function pastRunOf({ runId, startedAt, steps }: RunTimes, target: string): PastRun {
  return {
    version: 1,
    runId,
    startedAt,
    target,
    steps: steps.map(({ step, times }) => ({ step, ...kept(times) })),
  };
}

function kept({ count, failed, server, harness, budgetMs }: StepTimes) {
  const spreadOf = ({ p50Ms, p95Ms }: StepTimes['server']) => ({ p50Ms, p95Ms });
  return { count, failed, server: spreadOf(server), harness: spreadOf(harness), budgetMs };
}

/**
 * Reads a history: one JSON object per line, the oldest first. What is no such line is passed over: a
 * line that a crash cut short, or one of another version.
 */
export function parseHistory(text: string): PastRun[] {
  return text.split('\n').flatMap((line) => {
    const run = pastRun.safeParse(jsonOrUndefined(line));
    return run.success ? [run.data] : [];
  });
}

function jsonOrUndefined(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Adds a run; one of the same id is replaced. The oldest ones go when there are too many. */
export function withRun(history: readonly PastRun[], run: PastRun, most = RUNS_KEPT): PastRun[] {
  return [...history.filter(({ runId }) => runId !== run.runId), run].slice(-most);
}

/** @returns the runs in the file, none where there is no file. */
export function readHistory(path: string): PastRun[] {
  try {
    return parseHistory(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}

/** Replaces the file by a whole new one: a reader never sees a part of it, and no torn line stays. */
export function writeHistory(path: string, history: readonly PastRun[]): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, history.map((run) => `${JSON.stringify(run)}\n`).join(''));
  renameSync(unfinished, path);
}
