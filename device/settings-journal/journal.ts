import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SettingsJournalError } from '../errors.ts';
import { isGone, thisProcess, type Owner } from './owner.ts';

const FOLDER = 'settings-journal';

const Value = z.string().nullable();
const Change = z.object({
  kind: z.enum(['setting', 'idle-exemption', 'notification-listener']),
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
  changes: z.array(Change),
});

/** What a run changed on a phone, or was about to. */
export type SettingsJournal = z.infer<typeof Journal>;
export type JournaledChange = z.infer<typeof Change>;

/** A journal on the disk; its file's name says of which phone it is, and whose. */
export interface JournalFile {
  readonly path: string;
  readonly serial: string;
  readonly owner: Owner;
  /** Tells the journals of one process and phone apart. */
  readonly id: string;
}

/**
 * The journals of a state folder: for each run on a phone one file,
 * `<serial>@<pid>-<start>-<id>.json`, readable by this user alone. What a method wrote or removed is so on the disk when it resolves.
 */
export class SettingsJournals {
  readonly folder: string;

  /** @param stateDir absolute. */
  constructor(stateDir: string) {
    this.folder = join(stateDir, FOLDER);
  }

  /**
   * Journals whose process has ended without putting things back.
   * @throws {SettingsJournalError} when the folder cannot be read.
   */
  async leftOver(): Promise<JournalFile[]> {
    return (await this.#list()).filter(({ owner }) => isGone(owner));
  }

  /**
   * Takes a journal over: of several processes that try, one gets it.
   * @returns `undefined` when another one was faster.
   */
  async claim(
    file: JournalFile,
  ): Promise<{ file: JournalFile; journal: SettingsJournal } | undefined> {
    const own = this.#file({ ...file, owner: thisProcess() });
    try {
      await rename(file.path, own.path);
      const text = await readFile(own.path, 'utf8');
      return { file: own, journal: Journal.parse(JSON.parse(text)) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw this.#failure('be understood', own.path, error);
    }
  }

  /** Writes the journal of this process for a phone. @throws {SettingsJournalError} */
  async write(journal: SettingsJournal): Promise<JournalFile> {
    const { serial } = journal;
    const id = randomBytes(4).toString('hex');
    const file = this.#file({ serial, owner: thisProcess(), id });
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const unready = `${file.path}.unready`;
      const handle = await open(unready, 'w', 0o600);
      try {
        await handle.writeFile(`${JSON.stringify(journal)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unready, file.path);
      await this.#sync();
    } catch (error) {
      throw this.#failure('be written', file.path, error);
    }
    return file;
  }

  async remove({ path }: JournalFile): Promise<void> {
    await rm(path, { force: true });
    await this.#sync();
  }

  #file({ serial, owner, id }: Omit<JournalFile, 'path'>): JournalFile {
    const ownerName = `${String(owner.pid)}-${owner.started}`;
    const name = `${encodeURIComponent(serial)}@${ownerName}-${id}.json`;
    return { path: join(this.folder, name), serial, owner, id };
  }

  async #list(): Promise<JournalFile[]> {
    let names: string[];
    try {
      names = await readdir(this.folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw this.#failure('be listed', this.folder, error);
    }
    return names.sort().flatMap((name) => {
      const match = /^([^@]+)@(\d+)-(\w+)-(\w+)\.json$/.exec(name);
      if (match === null) return [];
      const [, serial = '', pid, started = '', id = ''] = match;
      const owner = { pid: Number(pid), started };
      return [this.#file({ serial: decodeURIComponent(serial), owner, id })];
    });
  }

  async #sync(): Promise<void> {
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  #failure(what: string, path: string, cause: unknown): SettingsJournalError {
    return new SettingsJournalError(
      `The journal of a phone's settings cannot ${what}.`,
      {
        expected: `a file that only you can read: ${path}`,
        seen: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause),
        remedy:
          "Make the folder writable, or choose another one with MI_STATE_DIR. A file that cannot be understood may be removed: the phone's settings then stay as they are.",
      },
      { cause },
    );
  }
}
