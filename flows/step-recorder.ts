import type { HarnessClock } from '../config/clock.ts';
import type { StepOutcome } from '../config/progress.ts';
import type { RunContext, StepFailure } from '../config/run-context.ts';
import { STEPS, type Step, type StepName } from '../config/steps.ts';

/**
 * Keeps the account of the step that is being walked: its budget, and how its time divides between
 * the server (from the return of a submitting command to the first poll that sees a changed screen, and
 * as long as an SMS is awaited) and the harness (the rest).
 *
 * The budget is for one answer of the server: a step in which it is asked several times, as for an SMS
 * and then to take its code, has the whole of it for each. Before a step submits anything, the budget
 * counts from its beginning.
 */
export class StepRecorder {
  readonly #context: RunContext;
  readonly #clock: HarnessClock;
  readonly #serial: string;
  #step: Step | undefined;
  #startedMs = 0;
  /** When the server was asked last, or answered, or the step began. */
  #budgetFromMs = 0;
  #serverMs = 0;
  #submittedMs: number | undefined;
  #awaited: string | undefined;

  constructor(context: RunContext, clock: HarnessClock, serial: string) {
    this.#context = context;
    this.#clock = clock;
    this.#serial = serial;
  }

  get name(): StepName | undefined {
    return this.#step?.name;
  }

  get budgetMs(): number {
    return this.#step ? this.#context.settings.stepBudgetMs[this.#step.name] : 0;
  }

  /** The time of the harness's clock. */
  get nowMs(): number {
    return this.#clock.now();
  }

  /** How much of the budget is spent. */
  get elapsedMs(): number {
    return this.#clock.now() - this.#budgetFromMs;
  }

  /** When the budget of the current step is spent, unless something comes; milliseconds since 1970. */
  get untilMs(): number {
    return this.#budgetFromMs + this.budgetMs;
  }

  /** Starts a step and ends the one before; entering the current step again changes nothing. */
  async enter(name: StepName): Promise<void> {
    if (this.#step?.name === name) return;
    await this.end('passed');
    const step = STEPS.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`no such step: ${name}`);
    this.#step = step;
    this.#startedMs = this.#clock.now();
    this.#budgetFromMs = this.#startedMs;
    this.#serverMs = 0;
    this.#awaited = undefined;
    this.#context.progress.emit({
      type: 'step-started',
      serial: this.#serial,
      step: step.name,
      title: step.title,
      budgetMs: this.budgetMs,
    });
    await this.#context.observer.stepStarted(step);
  }

  /** The screen shows what is about to be submitted. */
  async screenReady(): Promise<void> {
    if (this.#step) await this.#context.observer.screenReady(this.#step);
  }

  /**
   * A submitting command has returned: from now on the server's time counts, and the budget for its
   * answer.
   */
  submitted(): void {
    this.onServer();
    this.goesOn();
  }

  /** What is awaited from now on, as the SMS, is the server's time. */
  onServer(): void {
    this.#submittedMs = this.#clock.now();
  }

  /**
   * A poll saw a changed screen, or the SMS's code: the server has answered, and the budget begins anew.
   */
  answered(): void {
    if (this.#submittedMs === undefined) return;
    this.nothingCame();
    this.goesOn();
  }

  /** The app shows that it asks the server for the next thing: the budget begins anew for that. */
  goesOn(): void {
    this.#budgetFromMs = this.#clock.now();
  }

  /** A wait ended without an answer: it was the server's time, and the budget is spent by it. */
  nothingCame(): void {
    if (this.#submittedMs === undefined) return;
    this.#serverMs += this.#clock.now() - this.#submittedMs;
    this.#submittedMs = undefined;
  }

  /**
   * Looks until there is an answer, and tells meanwhile what is awaited, how long, and how long is
   * left.
   * @param what is awaited, to follow “waiting for”.
   * @param look resolves to the answer, or to `undefined` as long as there is none.
   * @param isPrivate whether a person may be typing on the phone, so that no picture is taken.
   * @returns the answer, or `undefined` when the step's budget is spent.
   * @throws the run's reason when it is interrupted.
   */
  async poll<T>(
    what: string,
    everyMs: number,
    look: () => Promise<T | undefined>,
    { isPrivate = false } = {},
  ): Promise<T | undefined> {
    const { signal } = this.#context;
    for (;;) {
      signal.throwIfAborted();
      const answer = await look();
      if (answer !== undefined) return answer;
      if (this.elapsedMs >= this.budgetMs) return undefined;
      this.waiting(what);
      if (!isPrivate) await this.pausing(what);
      await this.#clock.sleep(everyMs, signal);
    }
  }

  /** The step, by its title, as messages name it. */
  get title(): string {
    return this.#step?.title ?? 'no step';
  }

  /** What was awaited last in this step, to follow “waiting for”; `undefined`: nothing yet. */
  get awaited(): string | undefined {
    return this.#awaited;
  }

  waiting(what: string): void {
    if (!this.#step) return;
    this.#awaited = what;
    this.#context.progress.emit({
      type: 'waiting',
      serial: this.#serial,
      step: this.#step.name,
      what,
      elapsedMs: this.elapsedMs,
      budgetMs: this.budgetMs,
    });
  }

  /** Nothing is asked of the phone for the moment: its picture may be taken. */
  async pausing(what: string): Promise<void> {
    if (this.#step) await this.#context.observer.waiting(this.#step, what);
  }

  /**
   * Ends the current step, if there is one.
   * @param failure what is known of a step that failed.
   */
  async end(outcome: StepOutcome, failure?: StepFailure): Promise<void> {
    const step = this.#step;
    if (!step) return;
    this.nothingCame();
    const totalMs = this.#clock.now() - this.#startedMs;
    const budgetMs = this.budgetMs;
    this.#step = undefined;
    this.#context.progress.emit({
      type: 'step-ended',
      serial: this.#serial,
      step: step.name,
      title: step.title,
      outcome,
      serverMs: this.#serverMs,
      harnessMs: totalMs - this.#serverMs,
      budgetMs,
    });
    await this.#context.observer.stepEnded(step, outcome, failure);
  }
}
