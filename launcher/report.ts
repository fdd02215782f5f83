// What `npm run report` runs: the report of the last run again, or one of several.
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KNOWN_ISSUES_FILE, readKnownIssues } from '../config/known-issues.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import { SettingsError } from '../config/settings-error.ts';
import { printLines, runCommand } from './command-line.ts';
import { judgeGate } from './gate/gate.ts';
import { dayOf } from './gate/known.ts';
import { readGateRules } from './gate/rules.ts';
import { gateLines } from './gate/table.ts';
import { openPage } from './open-page.ts';
import { makeReport } from './report/make-report.ts';
import { mergeReports } from './report/merge.ts';
import { parseReportOptions, REPORT_HELP, type ReportCommandOptions } from './report/options.ts';
import type { Summary } from './summary.ts';
import { terminalOptions } from './terminal/options.ts';

const REPORTS = join(PROJECT_ROOT, 'reports');

async function run({ merge, singleFile, open, gate }: ReportCommandOptions): Promise<number> {
  // Before anything is changed.
  const { issues, problems } = readKnownIssues(join(PROJECT_ROOT, KNOWN_ISSUES_FILE));
  if (problems.length > 0) throw new SettingsError(problems);
  const rules = gate ? readGateRules() : undefined;
  if (merge !== undefined) mergeReports(merge, REPORTS);
  const today = dayOf(Date.now());
  const { summary, page } = await makeReport(REPORTS, { knownIssues: issues, today, singleFile });
  printLines(...lines(summary, page));
  if (open) {
    const problem = await openPage(page);
    if (problem !== undefined) printLines(`The report was not opened: ${problem}.`);
  }
  if (rules === undefined) return 0;
  const verdict = judgeGate(summary, rules, issues, today);
  printLines('', ...gateLines(verdict, terminalOptions(process.stdout, process.env).color));
  return verdict.passed ? 0 : 1;
}

function lines({ runId, merged = [], tests, notes }: Summary, page: string): string[] {
  const { passed, failed, skipped } = tests;
  const counts = `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
  const apart = merged.length === 0 ? [] : notes.filter(({ serial }) => serial === null);
  return [
    `run:     ${runId}${merged.length === 0 ? '' : ` of ${String(merged.length)} runs`}`,
    ...apart.map(({ text }) => `note:    ${text}`),
    `tests:   ${counts}`,
    `report:  ${pathToFileURL(page).href}`,
    `summary: ${relative(PROJECT_ROOT, join(REPORTS, 'summary.json'))}`,
  ];
}

await runCommand({ help: REPORT_HELP, parse: parseReportOptions, run });
