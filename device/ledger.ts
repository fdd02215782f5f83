import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { PhoneEnvironment } from '../config/run-context.ts';
import { LedgerError, NumberAlreadyUsedError } from './errors.ts';

const FILE = 'sign-ups.jsonl';

const Attempt = {
  version: z.literal(1),
  at: z.iso.datetime(),
  runId: z.string(),
  serial: z.string(),
  /** E.164. */
  number: z.string(),
};
const Entry = z.discriminatedUnion('kind', [
  z.object({
    ...Attempt,
    kind: z.literal('intent'),
    environment: z.enum(['test', 'staging', 'live']),
  }),
  z.object({
    ...Attempt,
    kind: z.literal('outcome'),
    outcome: z.enum(['created', 'signed-in', 'failed']),
  }),
]);
export type LedgerEntry = z.infer<typeof Entry>;

export interface SignUpAttempt {
  runId: string;
  serial: string;
  /** E.164. */
  number: string;
}

/**
 * What this machine has signed up, or tried to: one JSON object per line, only ever appended. An
 * entry is on the disk when its method resolves. A line that a crash cut short is skipped: its
 * sign-up never began, since Next is tapped only after the intent is written.
 */
export class Ledger {
  readonly path: string;
  readonly #folder: string;

  constructor(stateDir: string) {
    this.#folder = stateDir;
    this.path = join(stateDir, FILE);
  }

  /** @throws {LedgerError} when the file cannot be read or holds what is not understood. */
  async entries(): Promise<LedgerEntry[]> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw this.#failure('be read', error);
    }
    return text.split('\n').flatMap((line) => this.#parse(line));
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
    try {
      await (await this.#open()).close();
    } catch (error) {
      throw this.#failure('be written', error);
    }
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
    await this.#append({
      version: 1,
      kind: 'intent',
      at: now(),
      runId,
      serial,
      number,
      environment,
    });
    if (environment !== 'live') return;
    // Two runs may have looked at the same time; the one whose line came first goes on.
    const entries = await this.entries();
    const own = entries.findIndex(
      (entry) => entry.kind === 'intent' && entry.runId === runId && entry.number === number,
    );
    this.#assertUnused(attempt, entries.slice(0, own));
  }

  /** @throws {LedgerError} when the entry cannot be made durable. */
  async recordOutcome(
    attempt: SignUpAttempt & { outcome: 'created' | 'signed-in' | 'failed' },
  ): Promise<void> {
    const { runId, serial, number, outcome } = attempt;
    await this.#append({ version: 1, kind: 'outcome', at: now(), runId, serial, number, outcome });
  }

  #assertUnused(
    { serial, number }: { serial: string | undefined; number: string | undefined },
    entries: readonly LedgerEntry[],
  ): void {
    const live = entries.filter((entry) => entry.kind === 'intent' && entry.environment === 'live');
    const sameNumber = live.find((entry) => entry.number === number);
    const samePhone = live.find((entry) => entry.serial === serial);
    const earlier = sameNumber ?? samePhone;
    if (earlier === undefined) return;
    throw new NumberAlreadyUsedError(
      sameNumber === undefined
        ? 'This phone was signed up with another number before.'
        : 'This number was given to a sign-up before.',
      {
        phone: serial,
        expected: 'one sign-up per number and per phone on the live service',
        seen: `an entry of ${earlier.at}, run ${earlier.runId}, phone ${earlier.serial}`,
        remedy: `Use another number and phone, or sign in to the account. If no account was made, remove the entry from ${this.path}.`,
      },
    );
  }

  #parse(line: string): LedgerEntry[] {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      // Empty, or cut short by a crash.
      return [];
    }
    const entry = Entry.safeParse(json);
    if (entry.success) return [entry.data];
    throw this.#failure('be understood', entry.error);
  }

  async #append(entry: LedgerEntry): Promise<void> {
    try {
      const file = await this.#open();
      try {
        const { size } = await file.stat();
        const last = Buffer.alloc(1);
        if (size > 0) await file.read(last, 0, 1, size - 1);
        // A line that a crash cut short must not swallow this one.
        const newLine = size > 0 && last.toString() !== '\n' ? '\n' : '';
        await file.appendFile(`${newLine}${JSON.stringify(entry)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      // The names of the file and of its folder are in the folders above them.
      await syncFolder(this.#folder);
      await syncFolder(dirname(this.#folder));
    } catch (error) {
      throw this.#failure('be written', error);
    }
  }

  /** For reading and appending, by this user only. */
  async #open(): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a+', 0o600);
    await file.chmod(0o600);
    return file;
  }

  #failure(what: string, cause: unknown): LedgerError {
    return new LedgerError(
      `The ledger of sign-ups cannot ${what}.`,
      {
        expected: `a file that only you can read, one JSON entry per line: ${this.path}`,
        seen: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause),
        remedy:
          'Make the folder writable, or choose another one with MI_STATE_DIR. Do not delete the file: it keeps numbers from being signed up twice.',
      },
      { cause },
    );
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function now(): string {
  return new Date().toISOString();
}
