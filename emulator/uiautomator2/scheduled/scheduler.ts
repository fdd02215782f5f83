import type { Clock } from '../../android/clock.ts';
import { InvalidArgumentError } from '../errors.ts';
import type { ScheduledAction, Step } from './scheduled-action.ts';

/** How a step of a run ended, as `mobile: getActionHistory` tells it. */
export interface StepResult {
  readonly name: string;
  readonly type: string;
  /** When it began, ms since the epoch. */
  readonly timestamp: number;
  readonly passed: boolean;
  readonly result: unknown;
  readonly exception: {
    readonly name: string;
    readonly message: string;
    readonly stacktrace: string;
  } | null;
}

/** Number of runs, and the results of their steps, newest run first. */
export interface History {
  repeats: number;
  stepResults: (readonly StepResult[])[];
}

interface Scheduled {
  readonly action: ScheduledAction;
  readonly history: History;
  passes: number;
  failures: number;
  cancel: () => void;
}

/** Never rejects: what goes wrong is in the result. */
export type StepRunner = (step: Step, startedAtMs: number) => Promise<StepResult>;

/**
 * Runs the actions of one session in the background
 * (io.appium.uiautomator2.utils.actions_scheduler.ScheduledActionsManager). An action that has run
 * its course keeps its name and its history until it is unscheduled.
 */
export class ActionScheduler {
  readonly #clock: Clock;
  readonly #actions = new Map<string, Scheduled>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws InvalidArgumentError if the name is taken. */
  add(action: ScheduledAction, run: StepRunner): void {
    if (this.#actions.has(action.name)) {
      throw new InvalidArgumentError(
        `The action with the same name '${action.name}' has been already scheduled. ` +
          'Please remove it first',
      );
    }
    const scheduled: Scheduled = {
      action,
      history: { repeats: 0, stepResults: [] },
      passes: 0,
      failures: 0,
      cancel: () => undefined,
    };
    this.#actions.set(action.name, scheduled);
    this.#runAfter(0, scheduled, run);
  }

  /** @throws InvalidArgumentError if the name is not known. */
  history(name: string): History {
    const scheduled = this.#actions.get(name);
    if (scheduled) return scheduled.history;
    throw new InvalidArgumentError(
      `The action name '${name}' is not known. Have you scheduled it before?`,
    );
  }

  remove(name: string): void {
    this.#actions.get(name)?.cancel();
    this.#actions.delete(name);
  }

  /** Ends all actions. */
  clear(): void {
    for (const name of [...this.#actions.keys()]) this.remove(name);
  }

  #runAfter(delayMs: number, scheduled: Scheduled, run: StepRunner): void {
    scheduled.cancel = this.#clock.after(delayMs, () => void this.#run(scheduled, run));
  }

  async #run(scheduled: Scheduled, run: StepRunner): Promise<void> {
    const { action, history } = scheduled;
    const results: StepResult[] = [];
    for (const step of action.steps) results.push(await run(step, this.#clock.now()));
    if (this.#actions.get(action.name) !== scheduled) return;
    history.stepResults = [results, ...history.stepResults.slice(0, action.maxHistoryItems - 1)];
    history.repeats += 1;
    if (results.every(({ passed }) => passed)) scheduled.passes += 1;
    else scheduled.failures += 1;
    if (!isOver(scheduled)) this.#runAfter(action.intervalMs, scheduled, run);
  }
}

function isOver({ action, history, passes, failures }: Scheduled): boolean {
  const enough = (count: number, limit: number) => limit > 0 && count >= limit;
  return (
    enough(passes, action.maxPass) ||
    enough(failures, action.maxFail) ||
    history.repeats >= action.times
  );
}
