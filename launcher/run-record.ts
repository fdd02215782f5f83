import type { AccountState, ProgressEvent, StepOutcome } from '../config/progress.ts';
import type { StepName } from '../config/steps.ts';
import type { ClosedTest } from './live/specs.ts';
import type { ErrorInfo } from './progress/messages.ts';
import type { RunPhone } from './phone-results.ts';
import { Tests } from './test-record.ts';

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
  /** Serial of the phone of the run that it stands for; null: it is one of them. */
  forPhone: string | null;
  account: AccountState;
  steps: StepRecord[];
  /** Why it was used no more from some time on; one line. */
  out: string | null;
}

/** A phone that could have been used was not. */
export interface LeftOutRecord {
  serial: string;
  /** One line. */
  reason: string;
}

/** Specs that went from a phone that failed to another one. */
export interface MoveRecord {
  specs: string[];
  /** Serial of the phone. */
  from: string;
  /** One line. */
  reason: string;
}

/** Specs that nobody ran. */
export interface NotRunRecord {
  specs: string[];
  /** Of the phone that they belong to; null where any would have done. */
  serial: string | null;
  /** One line. */
  reason: string;
}

/** What a person should know beside. */
export interface NoteRecord {
  /** Of the phone that it is about, null if it is about none. */
  serial: string | null;
  /** One line. */
  text: string;
}

interface OpenStep {
  step: StepName;
  title: string;
  budgetMs: number;
  waitedMs: number;
}

/** What is known of a run so far, put together from what its workers report. */
export class RunRecord {
  readonly tests = new Tests();
  /** The phones that the specs are spread over; empty until they are ready. */
  ofRun: readonly RunPhone[] = [];
  readonly phones: PhoneRecord[] = [];
  readonly leftOut: LeftOutRecord[] = [];
  readonly moves: MoveRecord[] = [];
  readonly notRun: NotRunRecord[] = [];
  readonly notes: NoteRecord[] = [];
  /** Tests that count as skipped, since no worker runs their files. */
  readonly closedTests: ClosedTest[] = [];
  readonly #openSteps = new Map<string, OpenStep>();
  #cause: ErrorInfo | undefined;

  /** The first reason for which the run failed, if it did; what stopped the run goes before. */
  get error(): ErrorInfo | undefined {
    return this.#cause ?? this.tests.error;
  }

  /** What failed beside the tests, the cause of an early end first. */
  get otherErrors(): readonly ErrorInfo[] {
    return [...(this.#cause === undefined ? [] : [this.#cause]), ...this.tests.otherErrors];
  }

  /** The phone of the run that has this serial. */
  runPhone(serial: string): RunPhone | undefined {
    return this.ofRun.find((phone) => phone.serial === serial);
  }

  /** Something outside the tests ended the run: a lost phone, Ctrl-C, bad settings. */
  stoppedBy(error: ErrorInfo): void {
    this.#cause ??= error;
  }

  /** Tests that are not for the phones of this run, in files that no worker runs. */
  closed(tests: readonly ClosedTest[]): void {
    this.closedTests.push(...tests);
    for (const { title, file: spec } of tests) {
      this.tests.testEnded({ outcome: 'skipped', title, spec, durationMs: 0 });
    }
  }

  take(event: ProgressEvent): void {
    switch (event.type) {
      case 'phone-ready':
        this.#phoneReady(event);
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
      case 'phone-left-out':
        this.leftOut.push({ serial: event.serial, reason: event.reason });
        break;
      case 'phone-out':
        this.#phone(event.serial).out = event.reason;
        break;
      case 'specs-moved':
        this.moves.push({ specs: [...event.files], from: event.serial, reason: event.reason });
        break;
      case 'specs-not-run': {
        const { serial = null, files, reason } = event;
        this.notRun.push({ specs: [...files], serial, reason });
        break;
      }
      case 'note':
        this.notes.push({ serial: event.serial ?? null, text: event.text });
        break;
      case 'account-app':
      case 'number-submitted':
      case 'publishing':
      case 'secret':
      case 'worker-began':
      case 'test-started':
      case 'worker-ended':
        // For the report, for the fleet, for the masker, and for those who watch.
        break;
    }
  }

  /**
   * Enters the steps that were begun and never ended, because the worker was lost, as failed. The
   * only time known of them is how long they had been waiting.
   */
  closeOpenSteps(): void {
    for (const serial of [...this.#openSteps.keys()]) this.#closeOpenStep(serial);
  }

  #closeOpenStep(serial: string): void {
    const open = this.#openSteps.get(serial);
    if (open === undefined) return;
    const { step, title, budgetMs, waitedMs } = open;
    const times = { serverMs: waitedMs, harnessMs: 0, budgetMs };
    this.#phone(serial).steps.push({ name: step, title, outcome: 'failed', ...times });
    this.#openSteps.delete(serial);
  }

  /** It may have the serial of a phone that a test started before: an emulated one's tells its port. */
  #phoneReady(event: Extract<ProgressEvent, { type: 'phone-ready' }>): void {
    this.#closeOpenStep(event.serial);
    this.#add(event);
  }

  /** The last one of that serial. */
  #phone(serial: string): PhoneRecord {
    const known = this.phones.findLast((phone) => phone.serial === serial);
    return known ?? this.#add({ serial, model: 'unknown', system: 'unknown' });
  }

  #add(about: { serial: string; model: string; system: string; forPhone?: string }): PhoneRecord {
    const { serial, model, system, forPhone = null } = about;
    const phone: PhoneRecord = {
      ...{ serial, model, system, forPhone },
      ...{ account: 'none', steps: [], out: null },
    };
    this.phones.push(phone);
    return phone;
  }
}
