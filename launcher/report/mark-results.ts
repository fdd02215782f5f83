import { join } from 'node:path';
import type { KnownIssue } from '../../config/known-issues.ts';
import { readResults, writeResult } from './allure-files.ts';
import { flakyTests, type FlakyTest } from './flaky.ts';
import { readHistory, slim, withoutResults, writeHistory } from './history.ts';
import { markedResult, type MutingRule } from './marks.ts';

/** What is known of the results of a run beside themselves. */
export interface MarkedResults {
  readonly flaky: FlakyTest[];
  /** For Allure's configuration. */
  readonly rules: MutingRule[];
}

/**
 * Marks in `allure-results` what is known of a test from elsewhere: a known issue, its history. The
 * history is left without this run, which the report that is made next adds to it.
 * @param today the day in UTC.
 */
export function markResults(
  reportsDir: string,
  knownIssues: readonly KnownIssue[],
  today: string,
): MarkedResults {
  const files = readResults(join(reportsDir, 'allure-results'));
  const results = files.map(({ result }) => result);
  const historyPath = join(reportsDir, 'history.jsonl');
  const before = withoutResults(readHistory(historyPath), results).map(slim);
  writeHistory(historyPath, before);
  const flaky = flakyTests(results, before);
  const marks = { knownIssues, today, flaky: new Set(flaky.map(({ id }) => id)) };
  const rules = new Map<string, MutingRule>();
  for (const { path, result } of files) {
    const { result: marked, rule } = markedResult(result, marks);
    writeResult({ path, result: marked });
    if (rule !== undefined) rules.set(rule.messageRegexp, rule);
  }
  return { flaky: flaky.map(({ id: _id, ...test }) => test), rules: [...rules.values()] };
}
