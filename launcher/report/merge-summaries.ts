import type { NoteRecord } from '../run-record.ts';
import type { PhoneResult } from '../phone-results.ts';
import type { ErrorInfo } from '../progress/messages.ts';
import type { MergedRun, Shard, Summary } from '../summary.ts';
import { MergeError } from './errors.ts';

/** Parts of one night start together; what starts later is another run. */
const ONE_RUN_HOURS = 12;
const MS_PER_HOUR = 3_600_000;

/** The runs in the order of their parts, or of their start. */
export function inOrder<Run extends Pick<Summary, 'shard' | 'startedAt'>>(
  runs: readonly Run[],
): Run[] {
  return [...runs].sort(
    (a, b) =>
      (a.shard?.current ?? 0) - (b.shard?.current ?? 0) || a.startedAt.localeCompare(b.startedAt),
  );
}

/**
 * One summary of several runs.
 * @param runs in their order, at least one.
 * @throws {MergeError} when a run or a part is there twice, or they are parts of different things.
 */
export function mergeSummaries(runs: readonly Summary[]): Summary {
  const merged = runs.flatMap(mergedRuns);
  const [first] = inOrder(merged);
  if (first === undefined) throw new MergeError('There is nothing to merge.', 'no folder');
  assertApart(merged);
  const missing = missingShards(merged).map(shardMissing);
  const errors = [...runs.flatMap((run) => run.errors), ...missing];
  const times = merged.map(({ startedAt, durationMs }) => ({ startedAt, durationMs }));
  const { startMs, endMs } = span(times);
  const results = mergeResults(runs.flatMap((run) => run.results));
  return {
    runId: `merged-${first.runId}`,
    outcome: errors.length === 0 && runs.every(hasPassed) ? 'passed' : 'failed',
    shard: null,
    merged,
    startedAt: new Date(startMs).toISOString(),
    durationMs: endMs - startMs,
    tests: {
      passed: sum(runs, ({ tests }) => tests.passed),
      failed: sum(runs, ({ tests }) => tests.failed),
      skipped: sum(runs, ({ tests }) => tests.skipped),
    },
    results,
    failures: runs.flatMap(({ failures }) => failures),
    flaky: runs.flatMap(({ flaky }) => flaky),
    phones: runs.flatMap((run) => phonesOf(run, results)),
    leftOut: runs.flatMap(({ leftOut }) => leftOut),
    moved: runs.flatMap(({ moved }) => moved),
    notRun: runs.flatMap(({ notRun }) => notRun),
    notes: [...runs.flatMap(({ notes }) => notes), ...datesApart(merged)],
    report: null,
    junit: [],
    error: runs.find(({ error }) => error !== null)?.error ?? missing[0] ?? null,
    errors,
  };
}

/** The parts of a regression that are not there. */
export function missingShards(runs: readonly Pick<Summary, 'shard'>[]): Shard[] {
  const total = runs[0]?.shard?.total ?? 0;
  const there = new Set(runs.map(({ shard }) => shard?.current));
  return Array.from({ length: total }, (_, index) => ({ current: index + 1, total })).filter(
    ({ current }) => !there.has(current),
  );
}

/** Why a part that is missing fails the whole. */
export function shardMissing({ current, total }: Shard): ErrorInfo {
  return {
    type: 'ShardMissingError',
    message: `Part ${String(current)} of ${String(total)} is missing: nobody knows what its tests came to.`,
    category: 'set-up',
  };
}

/** A run that was merged already counts as what it was merged of. */
function mergedRuns(run: Summary): MergedRun[] {
  const { runId, outcome, shard, startedAt, durationMs, tests } = run;
  return run.merged ?? [{ runId, outcome, shard, startedAt, durationMs, tests }];
}

function hasPassed({ outcome }: Summary): boolean {
  return outcome === 'passed';
}

function assertApart(runs: readonly MergedRun[]): void {
  const seen = new Map<string, MergedRun>();
  const totals = new Set(runs.map(({ shard }) => shard?.total ?? 0));
  if (totals.size > 1) {
    throw new MergeError(
      'These runs are parts of different things.',
      runs.map((run) => `${run.runId}: ${shardName(run.shard)}`).join(', '),
    );
  }
  for (const run of runs) {
    const names = [run.runId, ...(run.shard === null ? [] : [shardName(run.shard)])];
    for (const name of names) {
      const other = seen.get(name);
      if (other !== undefined) {
        const what = name === run.runId ? 'The same run' : 'The same part of a regression';
        throw new MergeError(
          `${what} is there twice.`,
          `${name}, of ${other.runId} and ${run.runId}`,
        );
      }
      seen.set(name, run);
    }
  }
}

function shardName(shard: Shard | null): string {
  return shard === null ? 'all' : `part ${String(shard.current)} of ${String(shard.total)}`;
}

/** An emulated phone may have another serial in each part. */
function mergeResults(results: readonly PhoneResult[]): PhoneResult[] {
  const byPhone = new Map<string, PhoneResult>();
  for (const result of results) {
    const key = keyOf(result);
    const before = byPhone.get(key);
    byPhone.set(key, before === undefined ? result : added(before, result));
  }
  return [...byPhone.values()];
}

function keyOf({ serial, model, system, profile, language }: PhoneResult): string {
  return [profile === null ? serial : '', model, system, profile, language].join('\n');
}

/** The phones of a part, each standing for the one that the whole has in its place. */
function phonesOf(run: Summary, results: readonly PhoneResult[]): Summary['phones'] {
  return run.phones.map((phone) => {
    const ofPart = run.results.find(({ serial }) => serial === (phone.forPhone ?? phone.serial));
    if (ofPart === undefined) return phone;
    const whole = results.find((result) => keyOf(result) === keyOf(ofPart));
    const isItself = phone.forPhone === null && whole?.serial === phone.serial;
    const forPhone = isItself ? null : (whole?.serial ?? null);
    return { ...phone, forPhone };
  });
}

function added(a: PhoneResult, b: PhoneResult): PhoneResult {
  return {
    ...a,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    durationMs: a.durationMs + b.durationMs,
  };
}

function datesApart(runs: readonly MergedRun[]): NoteRecord[] {
  const starts = runs.map(({ startedAt }) => startedAt).sort();
  const [first, last] = [starts.at(0), starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const hours = (Date.parse(last) - Date.parse(first)) / MS_PER_HOUR;
  if (hours <= ONE_RUN_HOURS) return [];
  const text = `the merged runs started ${String(Math.round(hours))} hours apart, at ${first} and at ${last}`;
  return [{ serial: null, text }];
}

function span(runs: readonly Pick<Summary, 'startedAt' | 'durationMs'>[]) {
  const starts = runs.map(({ startedAt }) => Date.parse(startedAt));
  const ends = runs.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  return { startMs: Math.min(...starts), endMs: Math.max(...ends) };
}

function sum(runs: readonly Summary[], count: (run: Summary) => number): number {
  return runs.reduce((total, run) => total + count(run), 0);
}
