import { join } from 'node:path';
import type { PhoneEnvironment } from '../../config/run-context.ts';
import { LedgerError, NumberAlreadyUsedError } from '../errors.ts';
import { isRunning, thisProcess } from '../process-identity.ts';
import { attemptsOf, isUnfinished, type Attempt } from './attempts.ts';
import type { EntryOf, LedgerCause, LedgerEntry } from './entry.ts';
import { LedgerFile } from './file.ts';
import { NoEntryError } from './lines.ts';

const FILE = 'sign-ups.jsonl';

export interface SignUpAttempt {
  runId: string;
  serial: string;
  /** E.164. */
  number: string;
}

/** What became of an attempt after its intent. */
export type AttemptEvent =
  | { kind: 'code-requested' }
  | { kind: 'verified' }
  /** @param account its id, as far as the phone tells it. */
  | { kind: 'created'; account?: string | undefined }
  | { kind: 'failed' | 'unknown'; error: LedgerCause };

/**
 * What this machine has signed up, or tried to: one JSON object per line, only ever appended, by
 * several processes at once if need be. An entry is on the disk when its method resolves.
 */
export class Ledger {
  readonly path: string;
  readonly #file: LedgerFile;

  constructor(stateDir: string) {
    this.path = join(stateDir, FILE);
    this.#file = new LedgerFile(this.path);
  }

  /** @throws {LedgerError} when the file cannot be read or holds what is not understood. */
  async entries(): Promise<LedgerEntry[]> {
    return this.#reading(async () => [...(await this.#file.read()).entries]);
  }

  /** In the order in which they began. @throws {LedgerError} as `entries`. */
  async attempts(): Promise<Attempt[]> {
    return attemptsOf(await this.entries());
  }

  /**
   * Finds out before anything begins what `recordIntent` would only find out at the last moment.
   * @param attempt `serial` is `undefined` while no phone has been chosen, `number` while it is not known.
   * @throws {NumberAlreadyUsedError} as `recordIntent`.
   * @throws {LedgerError} when the ledger cannot be read or written.
   */
  async assertReady(attempt: {
    number: string | undefined;
    serial: string | undefined;
    environment: PhoneEnvironment;
  }): Promise<void> {
    const entries = await this.entries();
    if (attempt.environment === 'live') this.#assertUnused(attempt, entries);
    await this.#writing(() => this.#file.touch());
  }

  /**
   * Whether a live sign-up would be refused; nothing is written.
   * @throws {NumberAlreadyUsedError} as `recordIntent` does on the live service.
   * @throws {LedgerError} when the ledger cannot be read.
   */
  async assertUnused(attempt: { number: string | undefined; serial: string }): Promise<void> {
    this.#assertUnused(attempt, await this.entries());
  }

  /**
   * To be awaited before Next is tapped.
   * @throws {NumberAlreadyUsedError} on the live service, when the number has an earlier live entry,
   * or the phone one with another number.
   * @throws {LedgerError} when the entry cannot be made durable; the sign-up must not begin.
   */
  async recordIntent(attempt: SignUpAttempt & { environment: PhoneEnvironment }): Promise<void> {
    const { runId, serial, number, environment } = attempt;
    if (environment === 'live') this.#assertUnused(attempt, await this.entries());
    const writer = await thisProcess();
    // The kind first: what a crash leaves of a line should say what it was.
    const line = { version: 2, kind: 'intent', at: now() } as const;
    await this.#append({ ...line, runId, serial, number, environment, writer });
    if (environment !== 'live') return;
    // Two runs may have looked at the same time; the one whose line came first goes on.
    const entries = await this.entries();
    const own = entries.findLastIndex(
      (entry) => entry.kind === 'intent' && entry.runId === runId && entry.number === number,
    );
    this.#assertUnused(attempt, entries.slice(0, own));
  }

  /** @throws {LedgerError} when the entry cannot be made durable. */
  async record(attempt: SignUpAttempt, event: AttemptEvent): Promise<void> {
    const { runId, serial, number } = attempt;
    await this.#append({ version: 2, ...event, at: now(), runId, serial, number });
  }

  /**
   * An account was signed out from a phone.
   * @param account as the phone showed it. @throws {LedgerError} when it cannot be made durable.
   */
  async recordSignedOut(signOut: {
    runId: string;
    serial: string;
    number?: string | undefined;
    account?: string | undefined;
  }): Promise<void> {
    const { runId, serial, number, account } = signOut;
    const line = { version: 2, kind: 'signed-out', at: now() } as const;
    await this.#append({ ...line, runId, serial, number, account });
  }

  /**
   * A person has looked what became of the last attempt with a number, as `attemptToSettle` picks it. Without an account the number
   * may be used again.
   * @throws {LedgerError} when it cannot be made durable.
   */
  async recordSettled(number: string, account: 'none' | 'exists'): Promise<void> {
    await this.#append({ version: 2, kind: 'settled', at: now(), number, account });
  }

  /**
   * Makes the file whole after a crash.
   * @returns what was left of lines; it is kept in the ledger. @throws {LedgerError}
   */
  async repair(): Promise<EntryOf<'torn'>[]> {
    return this.#writing(() => this.#file.repair());
  }

  /**
   * The attempts without an end whose process has ended: nobody writes one any more.
   * @throws {LedgerError} as `entries`.
   */
  async abandoned(): Promise<Attempt[]> {
    const abandoned: Attempt[] = [];
    for (const attempt of (await this.attempts()).filter(isUnfinished)) {
      const isAtIt = attempt.writer !== undefined && (await isRunning(attempt.writer));
      if (!isAtIt) abandoned.push(attempt);
    }
    return abandoned;
  }

  #assertUnused(
    { serial, number }: { serial: string | undefined; number: string | undefined },
    entries: readonly LedgerEntry[],
  ): void {
    const live = attemptsOf(entries).filter(
      ({ environment, settled }) => environment === 'live' && settled !== 'none',
    );
    const sameNumber = live.find((earlier) => earlier.number === number);
    const samePhone = live.find((earlier) => earlier.serial === serial);
    const earlier = sameNumber ?? samePhone;
    if (earlier === undefined) return;
    throw new NumberAlreadyUsedError(
      sameNumber === undefined
        ? 'This phone was signed up with another number before.'
        : 'This number was given to a sign-up before.',
      {
        phone: serial,
        expected: 'one sign-up per number and per phone on the live service',
        seen: `an entry of ${earlier.at}, run ${earlier.runId}, phone ${earlier.serial}: ${earlier.state}`,
        remedy:
          'Use another number and phone, or sign in to the account. `npm run ledger` lists what there was; if no account was made, say so: `npm run ledger -- --settle none --number NUMBER`.',
        trouble: 'number-used',
      },
    );
  }

  async #append(entry: LedgerEntry): Promise<void> {
    await this.#writing(() => this.#file.append(entry));
  }

  async #reading<T>(part: () => Promise<T>): Promise<T> {
    try {
      return await part();
    } catch (error) {
      const isFiles = (error as NodeJS.ErrnoException).code !== undefined;
      throw this.#failure(isFiles ? 'be read' : 'be understood', error);
    }
  }

  async #writing<T>(part: () => Promise<T>): Promise<T> {
    try {
      return await part();
    } catch (error) {
      throw this.#failure('be written', error);
    }
  }

  #failure(what: string, cause: unknown): LedgerError {
    return new LedgerError(
      `The ledger of sign-ups cannot ${what}.`,
      {
        expected: `a file that only you can read, one JSON entry per line: ${this.path}`,
        seen: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause),
        remedy: `${cause instanceof NoEntryError ? 'Use the version of mi-account-e2e that wrote it' : 'Make the folder writable'}, or choose another folder with MI_STATE_DIR. Do not delete the file: it keeps numbers from being signed up twice.`,
        trouble: 'state-dir',
      },
      { cause },
    );
  }
}

function now(): string {
  return new Date().toISOString();
}
