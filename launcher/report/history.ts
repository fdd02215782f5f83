import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { historyIdOf, type AllureResult } from './allure-files.ts';

/** What is read of a line of `history.jsonl`, which is a run; it has more. */
export interface HistoryRun {
  uuid: string;
  /** When its report was made, in milliseconds since 1970. */
  timestamp: number;
  /** By Allure's history id. */
  testResults: Record<string, PastResult | undefined>;
}

interface PastResult {
  status: string;
  start?: number;
  labels?: unknown;
  trace?: unknown;
}

/** Allure's history of a reports folder, the oldest run first. */
export function readHistory(path: string): HistoryRun[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => runOf(line) ?? []);
}

/** Writes so that a reader never sees half of it. */
export function writeHistory(path: string, runs: readonly HistoryRun[]): void {
  const unfinished = `${path}.tmp`;
  writeFileSync(unfinished, runs.map((run) => `${JSON.stringify(run)}\n`).join(''));
  renameSync(unfinished, path);
}

/** The runs that have none of these results: a report that is made again is no run of its own. */
export function withoutResults(
  runs: readonly HistoryRun[],
  results: readonly AllureResult[],
): HistoryRun[] {
  const own = results.map((result) => ({ id: historyIdOf(result), start: result.start }));
  return runs.filter(
    ({ testResults }) =>
      !own.some(({ id, start }) => start !== undefined && testResults[id]?.start === start),
  );
}

/**
 * A run without what the report shows of the present one alone: it carries each past result twice, and
 * most of one are its labels.
 */
export function slim(run: HistoryRun): HistoryRun {
  const results = Object.entries(run.testResults).flatMap(([id, result]) => {
    if (result === undefined) return [];
    const { trace: _trace, labels: _labels, ...rest } = result;
    return [[id, { ...rest, labels: [] }] as const];
  });
  return { ...run, testResults: Object.fromEntries(results) };
}

/** Each run once, the oldest first. */
export function mergedHistory(histories: readonly (readonly HistoryRun[])[]): HistoryRun[] {
  const byId = new Map(histories.flat().map((run) => [run.uuid, run]));
  return [...byId.values()].sort((a, b) => a.timestamp - b.timestamp);
}

/** A line that a killed process left half of is none. */
function runOf(line: string): HistoryRun | undefined {
  try {
    const run = JSON.parse(line) as HistoryRun;
    return typeof run.testResults === 'object' ? run : undefined;
  } catch {
    return undefined;
  }
}
