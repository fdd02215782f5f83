import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LeaseUnreadableError } from './errors.ts';
import { LeaseRecord } from './record.ts';

const ENDING = '.json';
/** The serials that adb gives to phones that run on its own machine: another one's may be the same. */
const OF_ONE_MACHINE = /^emulator-\d+$/;
const SUFFIX = `@${hostname()}`;

/** The files of leases in one folder, one for each phone. Whoever writes has the folder's lock. */
export class LeaseFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Those of phones that this machine can use.
   * @throws {LeaseUnreadableError}
   */
  async all(): Promise<LeaseRecord[]> {
    const names = (await readdir(this.#folder)).filter(isUsable).sort();
    const records = await Promise.all(names.map((name) => this.#read(join(this.#folder, name))));
    return records.filter((record) => record !== undefined);
  }

  /** @throws {LeaseUnreadableError} */
  async read(serial: string): Promise<LeaseRecord | undefined> {
    return this.#read(this.#path(serial));
  }

  /** In one step: a reader sees the old one or the new one. */
  async write(record: LeaseRecord): Promise<void> {
    const path = this.#path(record.serial);
    await writeFile(`${path}.new`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  async remove(serial: string): Promise<void> {
    await unlink(this.#path(serial));
  }

  async create(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  #path(serial: string): string {
    const name = OF_ONE_MACHINE.test(serial) ? serial + SUFFIX : serial;
    return join(this.#folder, encodeURIComponent(name) + ENDING);
  }

  async #read(path: string): Promise<LeaseRecord | undefined> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      // Cut short when the machine lost its power, and with it every holder.
      return undefined;
    }
    const record = LeaseRecord.safeParse(json);
    if (!record.success) throw new LeaseUnreadableError(path, record.error);
    return record.data;
  }
}

function isUsable(fileName: string): boolean {
  if (!fileName.endsWith(ENDING)) return false;
  const name = decodeURIComponent(fileName.slice(0, -ENDING.length));
  const [serial = ''] = name.split('@');
  return !OF_ONE_MACHINE.test(serial) || name === serial + SUFFIX;
}
