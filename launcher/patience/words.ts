import { formatMs } from '../terminal/format.ts';
import { sum, type RunTimes } from './data.ts';
import type { PastRun } from './history.ts';
import { paceOf } from './pace.ts';

/** What the chart says in words; each is a line without its end. */
export interface PatienceWords {
  /** `26 Nov 2026, 06:48 UTC: 4 phones, 28 steps`. */
  readonly title: string;
  /** Whose the time was. */
  readonly times: string;
  /** How fast the servers were, compared with the runs before. */
  readonly pace: string;
  /** The same in a few words. */
  readonly paceInShort: string;
  readonly isSlow: boolean;
}

/** @param runs that the run can be compared with, itself at the end; see `comparableRuns`. */
export function patienceInWords(times: RunTimes, runs: readonly PastRun[]): PatienceWords {
  const { startedAt, phones, steps } = times;
  const taken = sum(steps.map((step) => step.times.count));
  const failed = sum(steps.map((step) => step.times.failed));
  const counts = [
    counted(phones.length, 'phone'),
    counted(taken, 'step'),
    ...(failed === 0 ? [] : [`${failed} of them failed`]),
  ];
  return {
    title: `${day(startedAt)} ${startedAt.slice(0, 4)}, ${timeOfDay(startedAt)} UTC${taken === 0 ? '' : `: ${counts.join(', ')}`}`,
    times: taken === 0 ? 'The run took no step.' : whoseTime(steps),
    ...pace(runs),
  };
}

function whoseTime(steps: RunTimes['steps']): string {
  const serverMs = sum(steps.map((step) => step.times.serverTotalMs));
  const harnessMs = sum(steps.map((step) => step.times.harnessTotalMs));
  const share = Math.round((100 * serverMs) / Math.max(1, serverMs + harnessMs));
  return `The servers took ${humanMs(serverMs)} (${share} %), the harness ${humanMs(harnessMs)}.`;
}

function pace(runs: readonly PastRun[]): Pick<PatienceWords, 'pace' | 'paceInShort' | 'isSlow'> {
  const run = runs.at(-1);
  const found = run === undefined ? undefined : paceOf(run, runs.slice(0, -1));
  if (found === undefined) {
    return {
      pace: 'There is no earlier run to compare the servers with.',
      paceInShort: 'no earlier run to compare with',
      isSlow: false,
    };
  }
  const before = found.runs === 1 ? 'the run before' : `the ${found.runs} runs before`;
  if (found.isSlow) {
    return {
      pace: `A slow day of the servers: they took ${timesAsLong(found.ratio)} as long as in ${before}.`,
      paceInShort: `slow: ${timesAsLong(found.ratio)} as long as usual`,
      isSlow: true,
    };
  }
  return {
    pace: `No slow day of the servers: ${humanMs(found.nowMs)} in a journey, ${humanMs(found.usualMs)} in ${before}.`,
    paceInShort: 'as usual',
    isSlow: false,
  };
}

/** `4.2 ×`, `17 ×`. */
export function timesAsLong(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} ×`;
}

/** `0.4 s`, `1 min 23 s`, `2 h 05 min`. */
export function humanMs(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return formatMs(ms);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** Of a time in ISO 8601: `26 Nov`. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

/** Of a time in ISO 8601: `06:48`. */
export function timeOfDay(iso: string): string {
  return iso.slice(11, 16);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
