import { historyIdOf, placeOf, type AllureResult, type TestPlace } from './allure-files.ts';
import type { HistoryRun } from './history.ts';

/** So many runs in which it ran are looked at, this one among them. */
const RUNS = 10;
/** Once may be a bug, or its end; there and back again is neither. */
const CHANGES = 2;

/** A test whose outcome says little, as it changes without a reason that is known. */
export interface FlakyTest extends TestPlace {
  /** One line. */
  why: string;
  /** It was not before this run. */
  isNew: boolean;
}

/**
 * The tests that passed only on another attempt, or whose outcome changed back and forth over the last
 * runs.
 * @param results of this run, its earlier attempts among them.
 * @param history the runs before, the oldest first.
 */
export function flakyTests(
  results: readonly AllureResult[],
  history: readonly HistoryRun[],
): (FlakyTest & { id: string })[] {
  return [...attemptsById(results)].flatMap(([id, attempts]) => {
    const last = attempts.at(-1);
    if (last === undefined) return [];
    const before = history.flatMap(({ testResults }) => hasPassed(testResults[id]?.status) ?? []);
    const now = hasPassed(last.status);
    const why = whyFlaky(attempts, [...before, ...(now === undefined ? [] : [now])]);
    if (why === undefined) return [];
    return [{ id, ...placeOf(last), why, isNew: changes(before.slice(-RUNS)) < CHANGES }];
  });
}

function whyFlaky(
  attempts: readonly AllureResult[],
  outcomes: readonly boolean[],
): string | undefined {
  const isSaved =
    hasPassed(attempts.at(-1)?.status) === true &&
    attempts.some(({ status }) => hasPassed(status) === false);
  if (isSaved) return `it passed on attempt ${String(attempts.length)}`;
  const looked = outcomes.slice(-RUNS);
  const count = changes(looked);
  if (count < CHANGES) return undefined;
  return `its outcome changed ${String(count)} times in the last ${String(looked.length)} runs`;
}

/** In the order in which they were made. */
function attemptsById(results: readonly AllureResult[]): Map<string, AllureResult[]> {
  const byId = new Map<string, AllureResult[]>();
  for (const result of [...results].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
    const id = historyIdOf(result);
    byId.set(id, [...(byId.get(id) ?? []), result]);
  }
  return byId;
}

/** @returns `undefined` of a test that was skipped. */
function hasPassed(status: string | undefined): boolean | undefined {
  if (status === 'passed') return true;
  return status === 'failed' || status === 'broken' ? false : undefined;
}

function changes(outcomes: readonly boolean[]): number {
  return outcomes.filter((outcome, index) => index > 0 && outcome !== outcomes[index - 1]).length;
}
