import type { FsStat } from 'just-bash';
import { type CommandInput, resolvePath, type ShellCommand } from '../command.ts';
import { formatTime } from '../date-format.ts';
import { parseLetters } from '../options.ts';

const BLOCK_BYTES = 512;

interface Entry {
  /** As it is printed. */
  readonly name: string;
  readonly path: string;
  readonly stat: FsStat;
}

/** `ls [-AaldRrSt1p] [PATH…]` (toybox) */
export const ls: ShellCommand = {
  name: 'ls',
  async run(input) {
    const { options, operands } = parseLetters(input.args);
    const listing = new Listing(input, options);
    for (const path of operands.length > 0 ? operands : ['.']) await listing.add(path);
    return listing.finish();
  },
};

class Listing {
  readonly #input: CommandInput;
  readonly #options: ReadonlyMap<string, string>;
  readonly #errors: string[] = [];
  readonly #files: Entry[] = [];
  readonly #directories: Entry[] = [];

  constructor(input: CommandInput, options: ReadonlyMap<string, string>) {
    this.#input = input;
    this.#options = options;
  }

  async add(name: string): Promise<void> {
    const path = resolvePath(this.#input, name);
    const { files } = this.#input;
    if (!(await files.exists(path))) {
      this.#errors.push(`ls: ${name}: No such file or directory\n`);
      return;
    }
    // A link is listed itself with -l, unless the name ends in a slash.
    const link = await files.lstat(path);
    const isListedItself = link.isSymbolicLink && this.#options.has('-l') && !name.endsWith('/');
    const stat = isListedItself ? link : await files.stat(path);
    const isOpened = stat.isDirectory && !this.#options.has('-d');
    (isOpened ? this.#directories : this.#files).push({ name, path, stat });
  }

  async finish() {
    const parts: string[] = [];
    if (this.#files.length > 0) parts.push(await this.#print(this.#sorted(this.#files)));
    const isHeaded = this.#options.has('-R') || this.#directories.length + this.#files.length > 1;
    for (const directory of this.#directories) {
      parts.push(...(await this.#directory(directory, isHeaded)));
    }
    return {
      stdout: parts.join(isHeaded ? '\n' : ''),
      stderr: this.#errors.join(''),
      exitCode: this.#errors.length > 0 ? 1 : 0,
    };
  }

  async #directory(directory: Entry, isHeaded: boolean): Promise<string[]> {
    const entries = await this.#entriesOf(directory);
    const header = isHeaded ? `${directory.name}:\n` : '';
    const blocks = entries.reduce((sum, { stat }) => sum + blocksOf(stat), 0);
    const total = this.#options.has('-l') ? `total ${Math.ceil(blocks / 2)}\n` : '';
    const parts = [header + total + (await this.#print(entries))];
    if (!this.#options.has('-R')) return parts;
    for (const entry of entries) {
      if (!entry.stat.isDirectory || /^\.\.?$/.test(entry.name)) continue;
      const child = { ...entry, name: `${directory.name.replace(/\/$/, '')}/${entry.name}` };
      parts.push(...(await this.#directory(child, isHeaded)));
    }
    return parts;
  }

  async #entriesOf({ path }: Entry): Promise<Entry[]> {
    const { files } = this.#input;
    const names = await files.readdir(path);
    const showsAll = this.#options.has('-a');
    const shown = names.filter(
      (name) => showsAll || this.#options.has('-A') || !name.startsWith('.'),
    );
    const entries = await Promise.all(
      shown.map(async (name) => {
        const entryPath = files.resolvePath(path, name);
        return { name, path: entryPath, stat: await files.lstat(entryPath) };
      }),
    );
    const sorted = this.#sorted(entries);
    if (!showsAll) return sorted;
    const stat = await files.stat(path);
    const dots = ['.', '..'].map((name) => ({ name, path, stat }));
    return [...dots, ...sorted];
  }

  #sorted(entries: readonly Entry[]): Entry[] {
    const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    const sorted = [...entries].sort((a, b) => {
      if (this.#options.has('-t')) {
        return b.stat.mtime.getTime() - a.stat.mtime.getTime() || byName(a, b);
      }
      if (this.#options.has('-S')) return b.stat.size - a.stat.size || byName(a, b);
      return byName(a, b);
    });
    return this.#options.has('-r') ? sorted.reverse() : sorted;
  }

  async #print(entries: readonly Entry[]): Promise<string> {
    const names = entries.map(({ name, stat }) =>
      this.#options.has('-p') && stat.isDirectory ? `${name}/` : name,
    );
    if (!this.#options.has('-l')) return names.map((name) => `${name}\n`).join('');
    const sizeWidth = Math.max(...entries.map(({ stat }) => String(stat.size).length), 1);
    const timeZone = this.#input.system.properties.get('persist.sys.timezone');
    const rows = entries.map(async ({ path, stat }, index) => {
      const target = stat.isSymbolicLink ? ` -> ${await this.#input.files.readlink(path)}` : '';
      const time = formatTime(stat.mtime.getTime(), '%Y-%m-%d %H:%M', timeZone);
      const size = String(stat.size).padStart(sizeWidth);
      const links = stat.isDirectory ? 2 : 1;
      return `${modeOf(stat)} ${links} ${ownerOf(path)} ${size} ${time} ${names[index]}${target}\n`;
    });
    return (await Promise.all(rows)).join('');
  }
}

function blocksOf(stat: FsStat): number {
  return Math.ceil(stat.size / BLOCK_BYTES);
}

function modeOf(stat: FsStat): string {
  const type = stat.isDirectory ? 'd' : stat.isSymbolicLink ? 'l' : '-';
  const bits = Array.from('rwxrwxrwx', (letter, index) =>
    stat.mode & (1 << (8 - index)) ? letter : '-',
  );
  return type + bits.join('');
}

function ownerOf(path: string): string {
  if (path.startsWith('/storage/emulated') || path.startsWith('/sdcard/'))
    return 'u0_a105 media_rw';
  if (path.startsWith('/data/local')) return 'shell shell';
  return path.startsWith('/data/app') ? 'system system' : 'root root';
}
