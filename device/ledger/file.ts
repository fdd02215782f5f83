import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EntryOf, LedgerEntry } from './entry.ts';
import { parseLines, type Fragment, type LedgerLines } from './lines.ts';

const SPACE = 0x20;

/**
 * The file of the ledger, to which several processes append at once without a lock: each entry is one
 * write at the end of the file (O_APPEND), and a local file system lets one such write in at a time.
 * So no entry is mixed with another, and only a crash or a full disk can leave a part of one.
 */
export class LedgerFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** @throws {NoEntryError} for JSON that is no entry, and what reading a file throws. */
  async read(): Promise<LedgerLines> {
    try {
      return parseLines(await readFile(this.path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return { entries: [], fragments: [], isOpen: false };
    }
  }

  /** The entry is on the disk when this resolves. */
  async append(entry: LedgerEntry): Promise<void> {
    await this.#appending(async (file) => {
      // A line that a crash cut short must not swallow this one.
      const newLine = (await endsOpen(file)) ? '\n' : '';
      await writeWhole(file, `${newLine}${JSON.stringify(entry)}\n`);
    });
  }

  /** Makes sure that an entry could be appended. */
  async touch(): Promise<void> {
    await (await this.#open()).close();
  }

  /**
   * Makes the file whole: what a crash left of a line is kept in an entry of kind `torn`, and then
   * blanked out where it was. Nothing moves, so others may append meanwhile.
   * @returns the entries of what was found.
   */
  async repair(): Promise<EntryOf<'torn'>[]> {
    let lines = await this.read();
    if (!lines.isOpen && lines.fragments.length === 0) return [];
    if (lines.isOpen) {
      // What somebody else is writing now is whole when this write gets its turn.
      await this.#appending((file) => writeWhole(file, '\n'));
      lines = await this.read();
    }
    const found: EntryOf<'torn'>[] = [];
    for (const fragment of lines.fragments) {
      const entry = tornEntry(fragment);
      found.push(entry);
      if (!lines.entries.some((known) => isSame(known, entry))) await this.append(entry);
      await this.#blank(fragment);
    }
    return found;
  }

  async #blank({ offset, bytes }: Fragment): Promise<void> {
    // Not opened for appending: that would write at the end, whatever the position.
    const file = await open(this.path, 'r+');
    try {
      await file.write(Buffer.alloc(bytes.length, SPACE), 0, bytes.length, offset);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #appending(write: (file: FileHandle) => Promise<void>): Promise<void> {
    const file = await this.#open();
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    // The names of the file and of its folder are in the folders above them.
    const folder = dirname(this.path);
    await syncFolder(folder);
    await syncFolder(dirname(folder));
  }

  /** For reading and appending, by this user only. */
  async #open(): Promise<FileHandle> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a+', 0o600);
    await file.chmod(0o600);
    return file;
  }
}

function tornEntry({ offset, bytes }: Fragment): EntryOf<'torn'> {
  const at = new Date().toISOString();
  return { version: 2, kind: 'torn', at, offset, bytes: bytes.toString('base64') };
}

/** Whether a repair that did not come to its end has kept the same bytes before. */
function isSame(known: LedgerEntry, { offset, bytes }: EntryOf<'torn'>): boolean {
  return known.kind === 'torn' && known.offset === offset && known.bytes === bytes;
}

async function endsOpen(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  await file.read(last, 0, 1, size - 1);
  return last.toString() !== '\n';
}

/** In one go: a rest that came later could stand behind somebody else's line. */
async function writeWhole(file: FileHandle, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten < bytes.length) {
    throw new Error(
      `only ${bytesWritten} of ${bytes.length} bytes were written: is the disk full?`,
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
