import type { AccountState, ProgressEvent, StepOutcome } from '../config/progress.ts';
import type { StepName } from '../config/steps.ts';
import type { ErrorInfo } from './progress/messages.ts';

export interface StepRecord {
  name: StepName;
  title: string;
  outcome: StepOutcome;
  serverMs: number;
  harnessMs: number;
  budgetMs: number;
}

export interface PhoneRecord {
  serial: string;
  model: string;
  system: string;
  account: AccountState;
  steps: StepRecord[];
}

interface OpenStep {
  step: StepName;
  title: string;
  budgetMs: number;
  waitedMs: number;
}

/** What is known of a run so far, put together from what its workers report. */
export class RunRecord {
  readonly phones: PhoneRecord[] = [];
  readonly tests = { passed: 0, failed: 0, skipped: 0 };
  readonly #openSteps = new Map<string, OpenStep>();
  #cause: ErrorInfo | undefined;
  #failure: ErrorInfo | undefined;

  /** The first reason for which the run failed, if it did; what stopped the run goes before. */
  get error(): ErrorInfo | undefined {
    return this.#cause ?? this.#failure;
  }

  /** Something outside the tests ended the run: a lost phone, Ctrl-C, bad settings. */
  stoppedBy(error: ErrorInfo): void {
    this.#cause ??= error;
  }

  testEnded(outcome: 'passed' | 'failed' | 'skipped', error?: ErrorInfo): void {
    this.tests[outcome] += 1;
    if (outcome === 'failed') {
      this.#failure ??= error ?? {
        type: 'Error',
        message: 'A test failed without saying why.',
        category: 'harness',
      };
    }
  }

  /** Something other than a test failed, after which the run went on. */
  failed(error: ErrorInfo): void {
    this.#failure ??= error;
  }

  take(event: ProgressEvent): void {
    switch (event.type) {
      case 'phone-ready':
        this.#phone(event.serial, event);
        break;
      case 'step-started':
        this.#openSteps.set(event.serial, { ...event, waitedMs: 0 });
        break;
      case 'waiting': {
        const open = this.#openSteps.get(event.serial);
        if (open !== undefined) open.waitedMs = event.elapsedMs;
        break;
      }
      case 'step-ended': {
        this.#openSteps.delete(event.serial);
        const { step: name, title, outcome, serverMs, harnessMs, budgetMs } = event;
        this.#phone(event.serial).steps.push({
          name,
          title,
          outcome,
          serverMs,
          harnessMs,
          budgetMs,
        });
        break;
      }
      case 'account':
        this.#phone(event.serial).account = event.account;
        break;
      case 'note':
      case 'secret':
        // The one is for the terminal, the other for the masker.
        break;
    }
  }

  /**
   * Enters the steps that were begun and never ended, because the worker was lost, as failed. The
   * only time known of them is how long they had been waiting.
   */
  closeOpenSteps(): void {
    for (const [serial, { step, title, budgetMs, waitedMs }] of this.#openSteps) {
      const times = { serverMs: waitedMs, harnessMs: 0, budgetMs };
      this.#phone(serial).steps.push({ name: step, title, outcome: 'failed', ...times });
    }
    this.#openSteps.clear();
  }

  #phone(serial: string, identity = { model: 'unknown', system: 'unknown' }): PhoneRecord {
    const known = this.phones.find((phone) => phone.serial === serial);
    if (known !== undefined) return known;
    const { model, system } = identity;
    const phone: PhoneRecord = { serial, model, system, account: 'none', steps: [] };
    this.phones.push(phone);
    return phone;
  }
}
