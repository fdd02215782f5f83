import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RealHarnessClock, type HarnessClock } from '../../config/clock.ts';
import { SettingsJournalError } from '../errors.ts';
import { isRunning, ProcessIdentity, thisProcess } from '../process-identity.ts';
import { withStateLock } from '../state-lock.ts';

const FOLDER = 'settings-journal';
const SUFFIX = '.json';

const Value = z.string().nullable();
const Change = z.object({
  kind: z.enum(['setting', 'locale', 'idle-exemption', 'notification-listener']),
  name: z.string(),
  before: Value,
  /** What it may be through the run; anything else is somebody else's doing. */
  ours: z.array(Value),
});
const Journal = z.object({
  version: z.literal(1),
  serial: z.string(),
  hardwareSerial: z.string(),
  runId: z.string(),
  at: z.iso.datetime(),
  owner: ProcessIdentity,
  changes: z.array(Change),
});

/** What a run changed on a phone, or was about to. */
export type SettingsJournal = z.infer<typeof Journal>;
export type JournaledChange = z.infer<typeof Change>;

/** A journal and the file that it is in. */
export interface JournalFile {
  readonly path: string;
  readonly journal: SettingsJournal;
}

/**
 * The journals of a state folder: one file for each run on a phone, readable by this user alone. What a
 * method wrote or removed is so on the disk when it resolves.
 */
export class SettingsJournals {
  readonly folder: string;
  readonly #clock: HarnessClock;

  /** @param stateDir absolute. */
  constructor(stateDir: string, clock: HarnessClock = new RealHarnessClock()) {
    this.folder = join(stateDir, FOLDER);
    this.#clock = clock;
  }

  /**
   * Journals whose process has ended without putting things back.
   * @throws {SettingsJournalError} when one cannot be read.
   */
  async leftOver(): Promise<JournalFile[]> {
    const left: JournalFile[] = [];
    for (const path of await this.#paths()) {
      const journal = await this.#read(path);
      if (journal !== undefined && !(await isRunning(journal.owner))) left.push({ path, journal });
    }
    return left;
  }

  /**
   * Takes a journal over: of several processes that try, one gets it.
   * @returns `undefined` when another one was faster.
   * @throws {SettingsJournalError}, {StateLockedError}
   */
  async claim({ path }: JournalFile): Promise<JournalFile | undefined> {
    const owner = await thisProcess();
    return withStateLock(join(this.folder, 'lock'), { clock: this.#clock }, async () => {
      const journal = await this.#read(path);
      if (journal === undefined || (await isRunning(journal.owner))) return undefined;
      return this.#write(path, { ...journal, owner });
    });
  }

  /** Writes a journal of this process. @throws {SettingsJournalError} */
  async write(journal: Omit<SettingsJournal, 'owner'>): Promise<JournalFile> {
    const name = `${encodeURIComponent(journal.serial)}@${randomBytes(6).toString('hex')}${SUFFIX}`;
    return this.#write(join(this.folder, name), { ...journal, owner: await thisProcess() });
  }

  async remove({ path }: JournalFile): Promise<void> {
    await rm(path, { force: true });
    await this.#sync();
  }

  /** A reader finds the whole of it, or what was there before. */
  async #write(path: string, journal: SettingsJournal): Promise<JournalFile> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const unready = `${path}.unready`;
      const file = await open(unready, 'w', 0o600);
      try {
        await file.writeFile(`${JSON.stringify(journal)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unready, path);
      await this.#sync();
    } catch (error) {
      throw failure('be written', path, error);
    }
    return { path, journal };
  }

  /** `undefined` when it is not there any more. */
  async #read(path: string): Promise<SettingsJournal | undefined> {
    try {
      return Journal.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw failure('be understood', path, error);
    }
  }

  async #paths(): Promise<string[]> {
    try {
      const names = await readdir(this.folder);
      return names
        .filter((name) => name.endsWith(SUFFIX))
        .sort()
        .map((name) => join(this.folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw failure('be listed', this.folder, error);
    }
  }

  async #sync(): Promise<void> {
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

function failure(what: string, path: string, cause: unknown): SettingsJournalError {
  return new SettingsJournalError(
    `The journal of a phone's settings cannot ${what}.`,
    {
      expected: `a file that only you can read: ${path}`,
      seen: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause),
      remedy:
        "Make the folder writable, or choose another one with MI_STATE_DIR. A file that cannot be understood may be removed: the phone's settings then stay as they are.",
      trouble: 'state-dir',
    },
    { cause },
  );
}
