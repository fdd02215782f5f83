import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { writeEnvironment } from '../allure-fallback.ts';
import { writeAllureResult } from '../allure-result.ts';
import { CATEGORY_LABEL, errorLines } from '../errors.ts';
import * as patience from '../patience/history.ts';
import type { ErrorInfo } from '../progress/messages.ts';
import { emptyReports } from '../publish.ts';
import type { NoteRecord } from '../run-record.ts';
import { writeSummary, type Summary } from '../summary.ts';
import { ENVIRONMENT, mergeEnvironments, readEnvironment } from './environment.ts';
import { mergedHistory, readHistory, writeHistory } from './history.ts';
import { inOrder, mergeSummaries, missingShards, shardMissing } from './merge-summaries.ts';
import { readSummary } from './published-run.ts';

const RESULTS = 'allure-results';
const HISTORY = 'history.jsonl';
const PATIENCE = 'patience.jsonl';

interface Part {
  readonly folder: string;
  readonly summary: Summary;
  /** What its files are called by, such as `part-2`. */
  readonly name: string;
}

/**
 * Puts what several runs published into one reports folder, in the place of what lies there; the HTML
 * report is made of it afterwards. What cannot be merged leaves the folder as it is.
 * @param folders reports folders of runs; `reportsDir` itself may be one of them.
 * @throws {MergeError}, {NoRunError}
 */
export function mergeReports(folders: readonly string[], reportsDir: string): Summary {
  const { there, empty } = withRuns(folders.map((folder) => resolve(folder)));
  const runs = there.map((folder) => ({ folder, ...readSummaryOf(folder) }));
  const parts = inOrder(runs).map(({ folder, summary }, index): Part => ({
    folder,
    summary,
    name: `part-${String(summary.shard?.current ?? index + 1)}`,
  }));
  const merged = mergeSummaries(parts.map((part) => part.summary));
  const summary = { ...merged, notes: [...merged.notes, ...empty.map(noRunIn)] };
  mkdirSync(reportsDir, { recursive: true });
  const unfinished = mkdtempSync(join(reportsDir, '.merge-'));
  try {
    const junit = copyParts(parts, unfinished);
    writeMissing(summary, join(unfinished, RESULTS));
    const folders = [reportsDir, ...parts.map(({ folder }) => folder)];
    const history = mergedHistory(folders.map((folder) => readHistory(join(folder, HISTORY))));
    const times = folders.flatMap((folder) => patience.readHistory(join(folder, PATIENCE)));
    emptyReports(reportsDir);
    for (const name of readdirSync(unfinished)) {
      renameSync(join(unfinished, name), join(reportsDir, name));
    }
    writeHistory(join(reportsDir, HISTORY), history);
    patience.writeHistory(join(reportsDir, PATIENCE), timesWithout(times, summary.merged ?? []));
    const inProject = (name: string) => relative(PROJECT_ROOT, join(reportsDir, 'junit', name));
    const whole = { ...summary, junit: junit.map(inProject) };
    writeSummary(join(reportsDir, 'summary.json'), whole);
    return whole;
  } finally {
    rmSync(unfinished, { recursive: true });
  }
}

/**
 * A job that broke down before its run leaves a folder without one: what the others came to is not lost
 * by it.
 */
function withRuns(folders: readonly string[]): { there: string[]; empty: string[] } {
  const isEmpty = (folder: string) =>
    existsSync(folder) && !existsSync(join(folder, 'summary.json'));
  const empty = folders.filter(isEmpty);
  const there = folders.filter((folder) => !isEmpty(folder));
  // Says what is wrong with the first of them.
  return there.length === 0 ? { there: empty, empty: [] } : { there, empty };
}

function noRunIn(folder: string): NoteRecord {
  return { serial: null, text: `there is no run in ${folder}, which was to be merged` };
}

/** Of each run once, the oldest first, without those that are one run from now on. */
function timesWithout(
  times: readonly patience.PastRun[],
  merged: readonly Pick<Summary, 'runId'>[],
): patience.PastRun[] {
  const byId = new Map(times.map((run) => [run.runId, run]));
  for (const { runId } of merged) byId.delete(runId);
  return [...byId.values()].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

function readSummaryOf(
  folder: string,
): { summary: Summary } & Pick<Summary, 'shard' | 'startedAt'> {
  const summary = readSummary(folder);
  return { summary, shard: summary.shard, startedAt: summary.startedAt };
}

/** @returns the names of the JUnit files. */
function copyParts(parts: readonly Part[], to: string): string[] {
  const results = join(to, RESULTS);
  for (const name of [RESULTS, 'junit', 'logs']) mkdirSync(join(to, name));
  const junit: string[] = [];
  for (const { folder, summary, name } of parts) {
    // Allure names its files by numbers that are nobody else's.
    for (const file of namesIn(join(folder, RESULTS))) {
      if (file !== ENVIRONMENT) cpSync(join(folder, RESULTS, file), join(results, file));
    }
    if (!namesIn(join(folder, RESULTS)).some((file) => file.endsWith('-result.json'))) {
      const error = summary.error ?? nothingLeft(name);
      writeRunResult(results, `The run ${summary.runId}`, error, summary);
    }
    for (const file of namesIn(join(folder, 'junit'))) {
      junit.push(`${name}-${file}`);
      cpSync(join(folder, 'junit', file), join(to, 'junit', `${name}-${file}`));
    }
    if (existsSync(join(folder, 'logs'))) {
      cpSync(join(folder, 'logs'), join(to, 'logs', name), { recursive: true });
    }
  }
  const environments = parts.map(({ folder }) => readEnvironment(join(folder, RESULTS)));
  writeEnvironment(results, mergeEnvironments(environments));
  return junit;
}

/** A part of which there is nothing is in the report, too. */
function writeMissing(summary: Summary, results: string): void {
  for (const shard of missingShards(summary.merged ?? [])) {
    const name = `Part ${String(shard.current)} of ${String(shard.total)}`;
    writeRunResult(results, name, shardMissing(shard), summary);
  }
}

function writeRunResult(
  results: string,
  name: string,
  error: ErrorInfo,
  { startedAt, durationMs }: Pick<Summary, 'startedAt' | 'durationMs'>,
): void {
  const startMs = Date.parse(startedAt);
  writeAllureResult(results, {
    name,
    status: 'broken',
    message: errorLines(error),
    startMs,
    stopMs: startMs + durationMs,
    labels: [
      { name: 'suite', value: 'The run' },
      { name: CATEGORY_LABEL, value: error.category },
    ],
  });
}

function nothingLeft(name: string): ErrorInfo {
  return {
    type: 'NoResultsError',
    message: `${name} left no results.`,
    category: 'set-up',
  };
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
