import { randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import { InMemoryFs, type IFileSystem, unsafeBytesFromLatin1 } from 'just-bash';
import { whyNotWritable } from './file-permissions.ts';

const DIRECTORIES = [
  '/apex',
  '/cache',
  '/data/app',
  '/data/data',
  '/data/local/tmp',
  '/dev',
  '/mnt',
  '/odm',
  '/product',
  '/storage/emulated/0/Alarms',
  '/storage/emulated/0/Android/data',
  '/storage/emulated/0/DCIM/Camera',
  '/storage/emulated/0/Documents',
  '/storage/emulated/0/Download',
  '/storage/emulated/0/MIUI',
  '/storage/emulated/0/Movies',
  '/storage/emulated/0/Music',
  '/storage/emulated/0/Pictures/Screenshots',
  '/storage/self',
  '/proc/self',
  '/sys',
  '/system/app',
  '/system/bin',
  '/system/etc',
  '/system/framework',
  '/vendor',
];

/** Directories that are reached by a second name, as symbolic links on any Android phone. */
const LINKS = [
  ['/sdcard', '/storage/emulated/0'],
  ['/storage/self/primary', '/storage/emulated/0'],
  ['/mnt/sdcard', '/storage/emulated/0'],
  ['/etc', '/system/etc'],
] as const;

type Arguments<M extends keyof IFileSystem> = Parameters<NonNullable<IFileSystem[M]>>;

/** A read of an endless device gives so much at a time. */
const DEVICE_BLOCK_BYTES = 64 * 1024;
/** Larger files than that are refused: they live in the memory of the phone's process. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024;

/** What there is to read at a path, made when it is read. */
type Generated = ReadonlyMap<string, () => Buffer>;

/** What the system knows and files tell. */
export interface FileSystemFacts {
  /** Lines of `/system/build.prop`. */
  readonly buildProperties: readonly (readonly [string, string])[];
  /** Since the phone was switched on. */
  uptimeMs?(): number;
}

/**
 * The phone's files, kept in memory.
 *
 * Wraps just-bash's file system for these reasons: that one does not follow a link to a directory
 * when it writes below it, makes a file of a directory that is written to, and knows no users; and
 * the shell fills `/bin` and `/usr/bin` of any file system that can write synchronously with stubs
 * that a phone has not.
 */
export class PhoneFileSystem implements IFileSystem {
  readonly #files: InMemoryFs;
  readonly #generated: Generated;
  /** Whether only what the user `shell` may write can be written. */
  readonly #isShell: boolean;

  private constructor(files: InMemoryFs, generated: Generated, isShell: boolean) {
    this.#files = files;
    this.#generated = generated;
    this.#isShell = isShell;
  }

  /** The files of a phone that is new, as the system sees them. */
  static create({ buildProperties, uptimeMs = () => 0 }: FileSystemFacts): PhoneFileSystem {
    const files = new InMemoryFs({});
    for (const directory of DIRECTORIES) files.mkdirSync(directory, { recursive: true });
    // Runs to its end before it returns: nothing in it waits.
    for (const [link, target] of LINKS) void files.symlink(target, link);
    const contents = {
      '/dev/null': '',
      '/proc/cpuinfo': 'processor\t: 0\nBogoMIPS\t: 38.40\nCPU architecture: 8\n\n'.repeat(8),
      '/proc/meminfo':
        'MemTotal:        7634816 kB\nMemFree:          412340 kB\nMemAvailable:    3219604 kB\n',
      '/proc/self/cmdline': 'sh\0',
      '/proc/self/comm': 'sh\n',
      '/proc/version': 'Linux version 5.10.218-android12-9 (builder@miui) #1 SMP PREEMPT\n',
      '/system/build.prop': buildProperties.map(([name, value]) => `${name}=${value}\n`).join(''),
    };
    const generated = new Map([
      ['/dev/random', () => randomBytes(DEVICE_BLOCK_BYTES)],
      ['/dev/urandom', () => randomBytes(DEVICE_BLOCK_BYTES)],
      ['/dev/zero', () => Buffer.alloc(DEVICE_BLOCK_BYTES)],
      [
        '/proc/uptime',
        () => {
          const seconds = uptimeMs() / 1000;
          return Buffer.from(`${seconds.toFixed(2)} ${(seconds * 6).toFixed(2)}\n`);
        },
      ],
    ]);
    for (const path of generated.keys()) files.writeFileSync(path, '');
    for (const [path, content] of Object.entries(contents)) files.writeFileSync(path, content);
    return new PhoneFileSystem(files, generated, false);
  }

  /** The same files, as the user of a shell and of adb may change them. */
  forShell(): PhoneFileSystem {
    return new PhoneFileSystem(this.#files, this.#generated, true);
  }

  async readFile(path: string, options?: Arguments<'readFile'>[1]) {
    const content = this.#generated.get(path)?.();
    return content?.toString() ?? this.#files.readFile(real(path), options);
  }

  async readFileBytes(path: string) {
    const content = this.#generated.get(path)?.();
    if (content) return unsafeBytesFromLatin1(content.toString('latin1'));
    return this.#files.readFileBytes(real(path));
  }

  async readFileBuffer(path: string) {
    return this.#generated.get(path)?.() ?? this.#files.readFileBuffer(real(path));
  }

  async writeFile(path: string, content: string | Uint8Array, options?: Arguments<'writeFile'>[2]) {
    if (isDevice(path)) return;
    await this.#assertFile(path);
    assertFits(path, content.length);
    await this.#files.writeFile(real(path), content, options);
  }

  async appendFile(
    path: string,
    content: string | Uint8Array,
    options?: Arguments<'appendFile'>[2],
  ) {
    if (isDevice(path)) return;
    await this.#assertFile(path);
    const size = (await this.exists(path)) ? (await this.stat(path)).size : 0;
    assertFits(path, size + content.length);
    await this.#files.appendFile(real(path), content, options);
  }

  exists(path: string) {
    return this.#files.exists(real(path));
  }

  stat(path: string) {
    return this.#files.stat(real(path));
  }

  lstat(path: string) {
    return this.#files.lstat(real(path));
  }

  async mkdir(path: string, options?: Arguments<'mkdir'>[1]) {
    if (options?.recursive && (await this.#isDirectory(path))) return;
    this.#assertWritable(path);
    await this.#files.mkdir(real(path), options);
  }

  readdir(path: string) {
    return this.#files.readdir(real(path));
  }

  readdirWithFileTypes(path: string) {
    return this.#files.readdirWithFileTypes(real(path));
  }

  async rm(path: string, options?: Arguments<'rm'>[1]) {
    if (options?.force && !(await this.#isThere(path))) return;
    this.#assertWritable(path);
    await this.#files.rm(real(path), options);
  }

  async cp(source: string, destination: string, options?: Arguments<'cp'>[2]) {
    await this.#assertCreatable(destination);
    await this.#files.cp(real(source), real(destination), options);
  }

  async mv(source: string, destination: string) {
    this.#assertWritable(source);
    await this.#assertCreatable(destination);
    await this.#files.mv(real(source), real(destination));
  }

  resolvePath(base: string, path: string) {
    return this.#files.resolvePath(base, path);
  }

  getAllPaths() {
    return this.#files.getAllPaths();
  }

  async chmod(path: string, mode: number) {
    this.#assertWritable(path);
    await this.#files.chmod(real(path), mode);
  }

  async symlink(target: string, linkPath: string) {
    await this.#assertCreatable(linkPath);
    await this.#files.symlink(target, real(linkPath));
  }

  async link(existingPath: string, newPath: string) {
    await this.#assertCreatable(newPath);
    await this.#files.link(real(existingPath), real(newPath));
  }

  readlink(path: string) {
    return this.#files.readlink(real(path));
  }

  realpath(path: string) {
    return this.#files.realpath(real(path));
  }

  async utimes(path: string, accessTime: Date, modificationTime: Date) {
    this.#assertWritable(path);
    await this.#files.utimes(real(path), accessTime, modificationTime);
  }

  /** @throws EISDIR, EROFS, EACCES, ENOENT */
  async #assertFile(path: string): Promise<void> {
    if (await this.#isDirectory(path)) throw new Error(`EISDIR: is a directory, open '${path}'`);
    await this.#assertCreatable(path);
  }

  async #assertCreatable(path: string): Promise<void> {
    this.#assertWritable(path);
    // The system makes the directories it needs.
    if (!this.#isShell || (await this.#isDirectory(posix.dirname(path)))) return;
    throw new Error(`ENOENT: no such file or directory, open '${path}'`);
  }

  #assertWritable(path: string): void {
    const problem = this.#isShell ? whyNotWritable(real(path)) : undefined;
    if (problem !== undefined) throw new Error(`${problem}, write '${path}'`);
  }

  async #isDirectory(path: string): Promise<boolean> {
    return (await this.exists(path)) && (await this.stat(path)).isDirectory;
  }

  /** Also if it is a link that leads nowhere. */
  async #isThere(path: string): Promise<boolean> {
    return this.lstat(path).then(
      () => true,
      () => false,
    );
  }
}

/** A device swallows what is written to it. */
function isDevice(path: string): boolean {
  return /^\/dev\/(?:null|zero|u?random)$/.test(path);
}

function assertFits(path: string, byteLength: number): void {
  if (byteLength <= MAX_FILE_BYTES) return;
  throw new Error(`ENOSPC: no space left on device, write '${path}'`);
}

/** The path with a link to a directory among its parents followed. */
function real(path: string): string {
  for (const [link, target] of LINKS) {
    if (path.startsWith(`${link}/`)) return target + path.slice(link.length);
  }
  return path;
}
