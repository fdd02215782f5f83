import { basename } from 'node:path';
import { errorInfo, oneLine } from '../errors.ts';
import type { Assignment, Move } from './assignment.ts';
import type { ErrorInfo, Report, WorkerName } from '../progress/messages.ts';
import { PhoneUnreliableError } from './errors.ts';
import { FailureStreaks, isInfrastructure } from './infrastructure.ts';
import { PhonePool, type LentPhones } from './pool.ts';

/** Spec files that wait for a phone. */
export interface SpecsToRun {
  /** WebdriverIO's id of their worker: the same when they are run again. */
  readonly worker: string;
  /** Paths or file URLs. */
  readonly files: readonly string[];
  /** Of the phone that they belong to; absent where any will do. */
  readonly serial: string | undefined;
}

export interface FleetOptions {
  /** Whether a spec file may run on any phone, and goes to another when its own fails. */
  readonly share: boolean;
  /** Whether a spec file, by its path or URL, gets a second phone beside its own. */
  readonly needsTwo: (file: string) => boolean;
}

export interface FleetEvents {
  /** A worker has its phone. */
  began(worker: WorkerName): void;
  /** It is gone, and its phone free again. */
  ended(worker: WorkerName): void;
  /** A phone is used no more in this run. */
  phoneOut(serial: string, error: ErrorInfo): void;
  /** Specs go to another phone; what their worker told does not count. */
  moved(worker: string, files: readonly string[], move: Move): void;
  /**
   * Spec files cannot be run: the phone that they belong to, or every phone, is out. What their worker
   * told, if it began, does not count: that is how the loss looked from there. The reason is one line.
   */
  notRun(
    worker: string,
    files: readonly string[],
    serial: string | undefined,
    reason: string,
  ): void;
  /** A worker ended before it came to these files; what it told of the others counts. */
  leftBehind(files: readonly string[], serial: string, reason: string): void;
  /** There is no phone any more. */
  nobodyLeft(error: ErrorInfo): void;
}

interface Attempt extends SpecsToRun {
  readonly lent: LentPhones;
  readonly moved: Move | undefined;
  /** Whether a number has left a phone, or was about to: the account may exist. */
  submitted: boolean;
  /** Spec files, as in the project, of which a test has ended. */
  readonly tested: Set<string>;
  /** Of the phone itself. */
  failure?: ErrorInfo;
  /** Whether something else failed, too. */
  otherFailure: boolean;
}

/** Which spec file runs on which phone of the run, and what becomes of both when a phone fails. */
export class Fleet {
  readonly #pool: PhonePool;
  readonly #options: FleetOptions;
  readonly #events: FleetEvents;
  readonly #streaks = new FailureStreaks();
  readonly #attempts = new Map<string, Attempt>();
  /** By the worker that is going to be started again. */
  readonly #moves = new Map<string, Move>();
  readonly #out = new Map<string, ErrorInfo>();
  #over = false;

  constructor(serials: readonly string[], options: FleetOptions, events: FleetEvents) {
    this.#pool = new PhonePool(serials);
    this.#options = options;
    this.#events = events;
  }

  /**
   * Waits for the phone, or the phones, of spec files.
   * @returns `undefined` when they cannot be run; that has been told then.
   */
  async assign(specs: SpecsToRun): Promise<{ serial: string; assignment: Assignment } | undefined> {
    const { worker, files, serial } = specs;
    const moved = this.#moves.get(worker);
    this.#moves.delete(worker);
    const second = files.some(this.#options.needsTwo);
    const lent = await this.#pool.lend({ serial, not: moved?.from, second });
    if (lent === undefined) {
      if (!this.#over) this.#notRun(worker, files, serial ?? moved?.from);
      return undefined;
    }
    const begun = { submitted: false, tested: new Set<string>(), otherFailure: false };
    const attempt = { ...specs, lent, moved, ...begun };
    this.#attempts.set(worker, attempt);
    this.#events.began({ id: worker, serial: lent.serial });
    return { serial: lent.serial, assignment: { second: lent.second, moved } };
  }

  /** Takes note of what a worker reports. */
  report(worker: string, report: Report): void {
    const attempt = this.#attempts.get(worker);
    if (attempt === undefined) return;
    if (report.kind === 'test') attempt.tested.add(report.spec ?? '');
    if (report.kind === 'progress') {
      attempt.submitted ||= report.event.type === 'number-submitted';
    } else if (report.kind === 'worker-failed') {
      this.#failed(attempt, report.error);
    } else if (report.kind !== 'test') {
      // The phone works; only the account on it stands in the way of the next spec.
    } else if (report.outcome === 'passed') {
      this.#streaks.worked(attempt.lent.serial);
    } else if (report.outcome === 'failed' && report.error !== undefined) {
      this.#failed(attempt, report.error);
    }
  }

  /**
   * A worker has ended, and all that it reported is known.
   * @returns whether its specs are to be run again, on another phone.
   */
  ended(worker: string, exitCode: number): boolean {
    const attempt = this.#attempts.get(worker);
    if (attempt === undefined) return false;
    this.#attempts.delete(worker);
    const move = exitCode === 0 ? undefined : this.#moveOf(attempt);
    if (move !== undefined) {
      this.#moves.set(worker, move);
      this.#events.moved(worker, attempt.files.map(nameOf), move);
    } else if (exitCode !== 0 && this.#neverBegan(attempt)) {
      this.#notRun(worker, attempt.files, attempt.lent.serial);
    } else if (exitCode !== 0) {
      this.#leaveBehind(attempt, exitCode);
    }
    this.#events.ended({ id: worker, serial: attempt.lent.serial });
    this.#pool.giveBack(attempt.lent);
    return move !== undefined;
  }

  /** The phone cannot be reached any more, or cannot be relied on. */
  takeOut(serial: string, error: ErrorInfo): void {
    if (!this.#pool.left.includes(serial)) return;
    this.#out.set(serial, error);
    this.#pool.takeOut(serial);
    this.#events.phoneOut(serial, error);
    if (this.#pool.left.length === 0) this.#events.nobodyLeft(error);
  }

  /** No spec is to begin any more. */
  close(): void {
    this.#over = true;
    this.#pool.close();
  }

  #failed(attempt: Attempt, error: ErrorInfo): void {
    const { serial } = attempt.lent;
    if (!isInfrastructure(error)) {
      attempt.otherFailure = true;
      this.#streaks.worked(serial);
      return;
    }
    attempt.failure = error;
    if (this.#streaks.failed(serial, error)) {
      this.takeOut(serial, errorInfo(new PhoneUnreliableError(serial, error)));
    }
  }

  /** Nothing that may have changed the world is done twice, and no failure of the product is. */
  #moveOf({ lent, moved, submitted, failure, otherFailure }: Attempt): Move | undefined {
    const { serial } = lent;
    const cause = this.#out.get(serial) ?? failure;
    if (!this.#options.share || this.#over || cause === undefined) return undefined;
    if (submitted || otherFailure || moved !== undefined) return undefined;
    if (!this.#pool.left.some((other) => other !== serial)) return undefined;
    return { from: serial, reason: oneLine(cause) };
  }

  /** Whether the phone went before there was a session on it. */
  #neverBegan({ lent, submitted, tested }: Attempt): boolean {
    return !this.#over && !submitted && tested.size === 0 && this.#out.has(lent.serial);
  }

  /** In a run that goes on, each file counts: as what its test came to, or as not run. */
  #leaveBehind({ files, tested, lent, failure }: Attempt, exitCode: number): void {
    const names = files.map(nameOf).filter((name) => !tested.has(name));
    if (this.#over || names.length === 0) return;
    const reason = failure ? oneLine(failure) : `the worker ended with exit code ${exitCode}`;
    this.#events.leftBehind(names, lent.serial, reason);
  }

  #notRun(worker: string, files: readonly string[], serial: string | undefined): void {
    const names = files.map(nameOf);
    const cause = serial === undefined ? undefined : this.#out.get(serial);
    const reason = cause === undefined ? 'no phone is left' : oneLine(cause);
    this.#events.notRun(worker, names, serial, reason);
  }
}

function nameOf(file: string): string {
  const at = file.indexOf('/specs/');
  return at === -1 ? basename(file) : file.slice(at + 1);
}
