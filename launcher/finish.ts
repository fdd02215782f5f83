import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { KnownIssue } from '../config/known-issues.ts';
import type { Masker } from '../config/masker.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import {
  phoneExceptions,
  writeEnvironment,
  writeFallbackResult,
  writeNotRunResults,
} from './allure-fallback.ts';
import { dayOf } from './gate/known.ts';
import { errorInfo } from './errors.ts';
import { generateHtmlReport, ReportError } from './html-report.ts';
import { writeClosedResults } from './live/closed-results.ts';
import { emptyReports, publish } from './publish.ts';
import { writeFallbackJunit } from './junit-fallback.ts';
import { markResults, type MarkedResults } from './report/mark-results.ts';
import { publishPatience } from './patience/publish-patience.ts';
import type { RunFolder } from './run-folder.ts';
import type { RunRecord } from './run-record.ts';
import { buildSummary, writeSummary, type Shard, type Summary } from './summary.ts';

export interface FinishedRun {
  runId: string;
  startedAtMs: number;
  /** WebdriverIO's verdict. */
  exitCode: number;
  /** Which part of the spec files it ran; absent: all. */
  shard?: Shard | undefined;
  record: RunRecord;
  masker: Masker;
  folder: RunFolder;
  reportsDir: string;
  /** Of `config/known-issues.json`; absent: none. */
  knownIssues?: readonly KnownIssue[] | undefined;
  /** What the report says about where the run took place. */
  environment: Record<string, string>;
}

/**
 * Publishes what a run left, whatever became of it: masked files, the HTML report, the summary.
 * @returns the summary, and the report's path if it could be made.
 */
export async function finishRun(
  run: FinishedRun,
): Promise<{ summary: Summary; reportPage: string | undefined }> {
  const { folder, masker, record, reportsDir } = run;
  record.closeOpenSteps();
  let junit: string[] = [];
  let reportPage: string | undefined;
  let flaky: MarkedResults['flaky'] = [];
  const { knownIssues = [] } = run;
  if (existsSync(folder.allureResults)) {
    const times = { startedAtMs: run.startedAtMs, endedAtMs: Date.now() };
    writeFallbackResult(folder.allureResults, record, times);
    writeFallbackJunit(folder.junit, record, times);
    writeClosedResults(folder, record.closedTests, run.startedAtMs);
    writeNotRunResults(folder.allureResults, record, times.endedAtMs);
    writeEnvironment(folder.allureResults, { ...run.environment, ...phoneExceptions(record) });
    junit = publish(folder, reportsDir, masker);
    const marked = markResults(reportsDir, knownIssues, dayOf(times.endedAtMs));
    flaky = marked.flaky;
    await patienceChart(run);
    reportPage = await htmlReport(record, reportsDir, marked.rules);
  } else {
    emptyReports(reportsDir);
  }
  const inProject = (path: string): string => relative(PROJECT_ROOT, path);
  const facts = {
    runId: run.runId,
    startedAtMs: run.startedAtMs,
    endedAtMs: Date.now(),
    exitCode: run.exitCode,
    shard: run.shard,
    report: reportPage === undefined ? undefined : inProject(reportPage),
    junit: junit.map((name) => inProject(join(reportsDir, name))),
    knownIssues,
    flaky,
  };
  const summary = buildSummary(record, facts, masker);
  writeSummary(join(reportsDir, 'summary.json'), summary);
  return { summary, reportPage };
}

/** Where the run's minutes went; a note where that cannot be drawn. */
async function patienceChart(run: FinishedRun): Promise<void> {
  const { record, masker } = run;
  const withoutNumbers = <T extends { model: string }>(phone: T): T => ({
    ...phone,
    model: masker.mask(phone.model),
  });
  const problem = await publishPatience(run.reportsDir, {
    runId: run.runId,
    startedAt: new Date(run.startedAtMs).toISOString(),
    target: run.environment['target'] ?? 'unknown',
    results: record.ofRun.map(withoutNumbers),
    phones: record.phones.map(withoutNumbers),
  });
  if (problem !== undefined) record.take({ type: 'note', text: problem });
}

/** A run whose report cannot be made has failed, unless it had already. */
async function htmlReport(
  record: RunRecord,
  reportsDir: string,
  rules: MarkedResults['rules'],
): Promise<string | undefined> {
  try {
    return await generateHtmlReport(reportsDir, { rules });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    record.tests.failed(errorInfo(error));
    return undefined;
  }
}
