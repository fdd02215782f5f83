import { STEPS } from '../../config/steps.ts';
import { formatMs, pad } from '../terminal/format.ts';
import type { Outcome } from './outcome.ts';
import { distributionOf, groupedBy, type Distribution } from '../statistics.ts';

const COLUMNS = ['min', 'p50', 'p90', 'p95', 'max'] as const;
const NAME_COLUMNS = 38;
const TIME_COLUMNS = 14;

/** What a soak came to, as reports/soak.json has it. */
export interface SoakReport {
  readonly startedAt: string;
  readonly tookMs: number;
  readonly wanted: number;
  readonly created: number;
  readonly failed: number;
  /** Submissions that the account service got a second time. */
  readonly duplicates: number;
  readonly times: {
    readonly all: Distribution | undefined;
    readonly byProfile: Readonly<Record<string, Distribution>>;
    readonly byStep: Readonly<Record<string, Distribution>>;
  };
  readonly signUps: readonly Outcome[];
}

/** @param times.wanted how many there were to be. */
export function reportOf(
  outcomes: readonly Outcome[],
  times: Pick<SoakReport, 'startedAt' | 'tookMs' | 'wanted'>,
): SoakReport {
  const created = outcomes.filter(({ error }) => error === undefined);
  const steps = created.flatMap((outcome) => outcome.steps);
  return {
    ...times,
    created: created.length,
    failed: outcomes.length - created.length,
    duplicates: outcomes.reduce((sum, { duplicates = 0 }) => sum + duplicates, 0),
    times: {
      all: distributionOf(created.flatMap(({ ms }) => ms ?? [])),
      byProfile: distributions(
        created,
        ({ profile }) => profile,
        ({ ms }) => ms,
      ),
      byStep: distributions(
        steps,
        ({ step }) => step,
        ({ ms }) => ms,
      ),
    },
    signUps: outcomes,
  };
}

function distributions<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  msOf: (value: T) => number | undefined,
): Record<string, Distribution> {
  const entries = [...groupedBy(values, keyOf)].flatMap(([key, group]) => {
    const distribution = distributionOf(group.flatMap((value) => msOf(value) ?? []));
    return distribution === undefined ? [] : [[key, distribution] as const];
  });
  return Object.fromEntries(entries);
}

/** One line about a sign-up that has ended. */
export function progressLine(outcome: Outcome, wanted: number): string {
  const { number, profile, language, pictureCode, smsAutofill, ms, error } = outcome;
  const what = `${profile}, ${language}, picture code ${pictureCode}, SMS autofill ${smsAutofill}`;
  const count = `${String(number).padStart(String(wanted).length)}/${String(wanted)}`;
  return error === undefined
    ? `✓ ${count}  ${what}: ${formatMs(ms ?? 0)}`
    : `✗ ${count}  ${what}: ${error.type}`;
}

/** What is printed at the end. */
export function reportLines(report: SoakReport): string[] {
  const { times, signUps, wanted, created, failed, duplicates, tookMs } = report;
  return [
    '',
    `${pad('time of a sign-up', NAME_COLUMNS)}${COLUMNS.map((name) => name.padStart(TIME_COLUMNS)).join('')}`,
    ...(times.all === undefined ? [] : [row('all', times.all)]),
    ...Object.entries(times.byProfile).map(([profile, of]) => row(`  ${profile}`, of)),
    ...STEPS.flatMap(({ name, title }) => {
      const of = times.byStep[name];
      return of === undefined ? [] : [row(`  ${title}`, of)];
    }),
    ...signUps.flatMap((outcome) => failureLines(outcome, wanted)),
    '',
    `${created} of ${wanted} accounts created, ${failed} failed, in ${formatMs(tookMs)}`,
    `submissions that the account service got twice: ${duplicates}`,
  ];
}

function row(name: string, of: Distribution): string {
  const times = [of.minMs, of.p50Ms, of.p90Ms, of.p95Ms, of.maxMs];
  const cells = times.map((ms) => formatMs(ms).padStart(TIME_COLUMNS)).join('');
  return `${pad(name, NAME_COLUMNS)}${cells}`;
}

function failureLines(outcome: Outcome, wanted: number): string[] {
  const { error, evidence } = outcome;
  if (error === undefined) return [];
  const where = evidence === undefined ? [] : [`  evidence: ${evidence}`];
  return ['', progressLine(outcome, wanted), ...error.message.split('\n'), ...where];
}
