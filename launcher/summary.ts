import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KnownIssue } from '../config/known-issues.ts';
import type { Masker } from '../config/masker.ts';
import { dayOf, knownMark } from './gate/known.ts';
import { failedTests, phoneResults, type FailedTest, type PhoneResult } from './phone-results.ts';
import type { ErrorInfo } from './progress/messages.ts';
import type { FlakyTest } from './report/flaky.ts';
import type {
  LeftOutRecord,
  MoveRecord,
  NoteRecord,
  NotRunRecord,
  PhoneRecord,
  RunRecord,
  StepRecord,
} from './run-record.ts';

/** `reports/summary.json`; the schema beside it says what each field means. */
export interface Summary {
  runId: string;
  outcome: 'passed' | 'failed';
  /** Which part of the spec files it ran; null: all, also where every part was merged. */
  shard: Shard | null;
  /** The runs that it was merged of; absent: of none. */
  merged?: MergedRun[];
  startedAt: string;
  durationMs: number;
  tests: { passed: number; failed: number; skipped: number };
  /** The same for each phone that the specs were spread over. */
  results: PhoneResult[];
  failures: FailedTest[];
  flaky: FlakyTest[];
  phones: (Omit<PhoneRecord, 'steps'> & { steps: Omit<StepRecord, 'title'>[] })[];
  /** Phones that could have been used and were not. */
  leftOut: LeftOutRecord[];
  /** Specs that went from a phone that failed to another one. */
  moved: MoveRecord[];
  /** Specs that no phone was left for. */
  notRun: NotRunRecord[];
  /** What a person was told beside, in that order. */
  notes: NoteRecord[];
  report: string | null;
  junit: string[];
  error: ErrorInfo | null;
  /** What failed beside the tests: a lost phone, an interruption, bad settings. */
  errors: ErrorInfo[];
}

/** A run that others were merged with. */
export type MergedRun = Pick<
  Summary,
  'runId' | 'outcome' | 'shard' | 'startedAt' | 'durationMs' | 'tests'
>;

/** One part of the spec files, as `--shard 2/4` asks for. */
export interface Shard {
  current: number;
  total: number;
}

export interface RunFacts {
  runId: string;
  startedAtMs: number;
  endedAtMs: number;
  /** WebdriverIO's verdict: 0 when every worker passed. */
  exitCode: number;
  /** Which part of the spec files it ran; absent: all. */
  shard?: Shard | undefined;
  /** The HTML report, relative to the project; absent when it could not be made. */
  report: string | undefined;
  /** JUnit files, relative to the project. */
  junit: string[];
  /** Of `config/known-issues.json`; absent: none. */
  knownIssues?: readonly KnownIssue[];
  /** The tests that the history calls flaky; absent: none. */
  flaky?: readonly FlakyTest[];
}

/** A run passed when WebdriverIO says so, at least one test ran, none failed and nothing stopped it. */
export function buildSummary(record: RunRecord, facts: RunFacts, masker: Masker): Summary {
  const silent = record.error === undefined ? silentFailure(record, facts) : undefined;
  const error = record.error ?? silent;
  const masked = (info: ErrorInfo): ErrorInfo => ({ ...info, message: masker.mask(info.message) });
  const today = dayOf(facts.endedAtMs);
  return {
    runId: facts.runId,
    outcome: error === undefined ? 'passed' : 'failed',
    shard: facts.shard ?? null,
    startedAt: new Date(facts.startedAtMs).toISOString(),
    durationMs: Math.round(facts.endedAtMs - facts.startedAtMs),
    tests: record.tests.counts,
    results: phoneResults(record.ofRun, record.tests),
    failures: failedTests(record.ofRun, record.tests, masker, (failure) =>
      knownMark(failure, facts.knownIssues ?? [], today),
    ),
    flaky: [...(facts.flaky ?? [])],
    phones: record.phones.map(({ steps, out, ...phone }) => ({
      ...phone,
      out: out === null ? null : masker.mask(out),
      steps: steps.map(({ name, outcome, serverMs, harnessMs, budgetMs }) => ({
        name,
        outcome,
        serverMs: Math.round(serverMs),
        harnessMs: Math.round(harnessMs),
        budgetMs,
      })),
    })),
    leftOut: record.leftOut.map(({ serial, reason }) => ({ serial, reason: masker.mask(reason) })),
    moved: record.moves.map((move) => ({ ...move, reason: masker.mask(move.reason) })),
    notRun: record.notRun.map((specs) => ({ ...specs, reason: masker.mask(specs.reason) })),
    notes: record.notes.map((note) => ({ ...note, text: masker.mask(note.text) })),
    report: facts.report ?? null,
    junit: facts.junit,
    error: error === undefined ? null : masked(error),
    errors: [...record.otherErrors, ...(silent === undefined ? [] : [silent])].map(masked),
  };
}

function silentFailure(record: RunRecord, { exitCode, shard }: RunFacts): ErrorInfo | undefined {
  if (exitCode !== 0) {
    return {
      type: 'RunFailedError',
      message: `WebdriverIO ended with exit code ${exitCode}; see reports/logs/.`,
      category: 'harness',
    };
  }
  const { passed, failed } = record.tests.counts;
  if (passed + failed === 0) {
    return {
      type: 'NoTestError',
      message:
        shard === undefined || shard.total === 1
          ? 'No test ran: give --spec a file that has one.'
          : `No test ran: no spec file fell to part ${shard.current} of ${shard.total}. Use fewer parts (--shard).`,
      category: 'set-up',
    };
  }
  return undefined;
}

/** Writes the summary so that a reader never sees half of it: to a file beside it, then renamed. */
export function writeSummary(path: string, summary: Summary): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, `${JSON.stringify(summary, null, 2)}\n`);
  renameSync(unfinished, path);
}
