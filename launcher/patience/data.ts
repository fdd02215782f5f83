import { STEPS, type StepName } from '../../config/steps.ts';
import { distributionOf, groupedBy, type Distribution } from '../statistics.ts';
import { phoneLabels, type LabelledPhone } from './phone-labels.ts';

/** A step as `reports/summary.json` has it. */
export interface TimedStep {
  readonly name: StepName;
  readonly outcome: 'passed' | 'failed';
  readonly serverMs: number;
  readonly harnessMs: number;
  readonly budgetMs: number;
}

/** What `reports/summary.json` tells of where a run's time went. */
export interface TimedRun {
  readonly runId: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** The phones of the run. */
  readonly results: readonly LabelledPhone[];
  /** These, and the ones that tests started. */
  readonly phones: readonly {
    readonly serial: string;
    readonly model: string;
    /** Serial of the phone of the run that this one stands for; null: it is one of them. */
    readonly forPhone?: string | null | undefined;
    readonly steps: readonly TimedStep[];
  }[];
}

/** How long a step took, each time that it was taken. */
export interface StepTimes {
  readonly count: number;
  /** How many of them did not reach their end. */
  readonly failed: number;
  readonly server: Distribution;
  readonly harness: Distribution;
  readonly serverTotalMs: number;
  readonly harnessTotalMs: number;
  /** What a step may take; of several budgets the one in the middle. */
  readonly budgetMs: number;
}

export interface StepOfRun {
  readonly step: StepName;
  readonly title: string;
  /** On all phones. */
  readonly times: StepTimes;
  /** On each phone that took it, in the order of the run's phones. */
  readonly phones: readonly { readonly label: string; readonly times: StepTimes }[];
}

/** Where the time of one run went. */
export interface RunTimes {
  readonly runId: string;
  readonly startedAt: string;
  /** Of every phone that took a step, in the order of the run's phones. */
  readonly phones: readonly string[];
  /** Those that were taken, in the order of the how-to. */
  readonly steps: readonly StepOfRun[];
}

/**
 * Puts a run's steps together: for each step, on all phones and on each, how long the servers and the
 * harness took. Phones that tests started count as the run's phone that they stood for.
 */
export function timesOfRun({ runId, startedAt, results, phones }: TimedRun): RunTimes {
  const labels = phoneLabels(results);
  const taken = phones.flatMap((phone) => {
    const label =
      labels.get(phone.forPhone ?? phone.serial) ?? phoneLabels([phone]).get(phone.serial) ?? '';
    return phone.steps.map((step) => ({ label, step }));
  });
  const order = [...labels.values()];
  const byLabel = (a: string, b: string): number => rank(order, a) - rank(order, b);
  const steps = STEPS.flatMap(({ name, title }) => {
    const ofStep = taken.filter(({ step }) => step.name === name);
    const times = timesOf(ofStep.map(({ step }) => step));
    if (times === undefined) return [];
    const ofPhones = [...groupedBy(ofStep, ({ label }) => label)]
      .toSorted(([a], [b]) => byLabel(a, b))
      .flatMap(([label, group]) => {
        const ofPhone = timesOf(group.map(({ step }) => step));
        return ofPhone === undefined ? [] : [{ label, times: ofPhone }];
      });
    return [{ step: name, title, times, phones: ofPhones }];
  });
  const seen = new Set(taken.map(({ label }) => label));
  return { runId, startedAt, phones: [...seen].toSorted(byLabel), steps };
}

/** Labels that are in no order come last, in the order in which they came. */
function rank(order: readonly string[], label: string): number {
  const at = order.indexOf(label);
  return at === -1 ? order.length : at;
}

function timesOf(steps: readonly TimedStep[]): StepTimes | undefined {
  const server = distributionOf(steps.map(({ serverMs }) => serverMs));
  const harness = distributionOf(steps.map(({ harnessMs }) => harnessMs));
  const budget = distributionOf(steps.map(({ budgetMs }) => budgetMs));
  if (server === undefined || harness === undefined || budget === undefined) return undefined;
  return {
    count: steps.length,
    failed: steps.filter(({ outcome }) => outcome === 'failed').length,
    server,
    harness,
    serverTotalMs: sum(steps.map(({ serverMs }) => serverMs)),
    harnessTotalMs: sum(steps.map(({ harnessMs }) => harnessMs)),
    budgetMs: budget.p50Ms,
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
