import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { KnownIssue } from '../../config/known-issues.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { knownMark } from '../gate/known.ts';
import { generateHtmlReport } from '../html-report.ts';
import { publishPatience } from '../patience/publish-patience.ts';
import { writeSummary, type Summary } from '../summary.ts';
import { readEnvironment } from './environment.ts';
import { NoRunError } from './errors.ts';
import { markResults } from './mark-results.ts';
import { readSummary } from './published-run.ts';

export interface MakeReportOptions {
  readonly knownIssues: readonly KnownIssue[];
  /** The day in UTC: known issues expire. */
  readonly today: string;
  readonly singleFile: boolean;
}

/** A report that was made of what lies in a reports folder. */
export interface MadeReport {
  readonly summary: Summary;
  /** Path of its page. */
  readonly page: string;
}

/**
 * Makes the HTML report of a reports folder again, with what is known today; the summary says the same.
 * @throws {NoRunError}, {ReportError}
 */
export async function makeReport(
  reportsDir: string,
  { knownIssues, today, singleFile }: MakeReportOptions,
): Promise<MadeReport> {
  const before = readSummary(reportsDir);
  const resultsDir = join(reportsDir, 'allure-results');
  if (!existsSync(resultsDir)) throw new NoRunError(reportsDir, 'no allure-results/');
  const { flaky, rules } = markResults(reportsDir, knownIssues, today);
  const { target = 'unknown' } = readEnvironment(resultsDir);
  // Its summary is masked already.
  const problem = await publishPatience(reportsDir, { ...before, target });
  const page = await generateHtmlReport(reportsDir, { rules, singleFile });
  const summary = {
    ...before,
    failures: before.failures.map((test) => ({
      ...test,
      known: knownMark(test, knownIssues, today),
    })),
    flaky,
    notes: [...before.notes, ...(problem === undefined ? [] : [{ serial: null, text: problem }])],
    report: relative(PROJECT_ROOT, page),
  };
  writeSummary(join(reportsDir, 'summary.json'), summary);
  return { summary, page };
}
