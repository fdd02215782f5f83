import { InMemoryFs, type IFileSystem } from 'just-bash';

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

/**
 * The phone's files, kept in memory.
 *
 * Wraps just-bash's file system for two reasons: that one does not follow a link to a directory
 * when it writes below it, and the shell fills `/bin` and `/usr/bin` of any file system that can
 * write synchronously with stubs that a phone has not.
 */
export class PhoneFileSystem implements IFileSystem {
  readonly #files = new InMemoryFs({});

  /** @param buildProperties lines of `/system/build.prop` */
  constructor(buildProperties: readonly (readonly [string, string])[]) {
    for (const directory of DIRECTORIES) this.#files.mkdirSync(directory, { recursive: true });
    // Runs to its end before it returns: nothing in it waits.
    for (const [link, target] of LINKS) void this.#files.symlink(target, link);
    const contents = {
      '/dev/null': '',
      '/proc/cpuinfo': 'processor\t: 0\nBogoMIPS\t: 38.40\nCPU architecture: 8\n\n'.repeat(8),
      '/proc/meminfo':
        'MemTotal:        7634816 kB\nMemFree:          412340 kB\nMemAvailable:    3219604 kB\n',
      '/proc/version': 'Linux version 5.10.218-android12-9 (builder@miui) #1 SMP PREEMPT\n',
      '/system/build.prop': buildProperties.map(([name, value]) => `${name}=${value}\n`).join(''),
    };
    for (const [path, content] of Object.entries(contents)) {
      this.#files.writeFileSync(path, content);
    }
  }

  readFile(path: string, options?: Arguments<'readFile'>[1]) {
    return this.#files.readFile(real(path), options);
  }

  readFileBytes(path: string) {
    return this.#files.readFileBytes(real(path));
  }

  readFileBuffer(path: string) {
    return this.#files.readFileBuffer(real(path));
  }

  async writeFile(path: string, content: string | Uint8Array, options?: Arguments<'writeFile'>[2]) {
    // A device swallows what is written to it.
    if (real(path) === '/dev/null') return;
    await this.#files.writeFile(real(path), content, options);
  }

  async appendFile(
    path: string,
    content: string | Uint8Array,
    options?: Arguments<'appendFile'>[2],
  ) {
    if (real(path) === '/dev/null') return;
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

  mkdir(path: string, options?: Arguments<'mkdir'>[1]) {
    return this.#files.mkdir(real(path), options);
  }

  readdir(path: string) {
    return this.#files.readdir(real(path));
  }

  readdirWithFileTypes(path: string) {
    return this.#files.readdirWithFileTypes(real(path));
  }

  rm(path: string, options?: Arguments<'rm'>[1]) {
    return this.#files.rm(real(path), options);
  }

  cp(source: string, destination: string, options?: Arguments<'cp'>[2]) {
    return this.#files.cp(real(source), real(destination), options);
  }

  mv(source: string, destination: string) {
    return this.#files.mv(real(source), real(destination));
  }

  resolvePath(base: string, path: string) {
    return this.#files.resolvePath(base, path);
  }

  getAllPaths() {
    return this.#files.getAllPaths();
  }

  chmod(path: string, mode: number) {
    return this.#files.chmod(real(path), mode);
  }

  symlink(target: string, linkPath: string) {
    return this.#files.symlink(target, real(linkPath));
  }

  link(existingPath: string, newPath: string) {
    return this.#files.link(real(existingPath), real(newPath));
  }

  readlink(path: string) {
    return this.#files.readlink(real(path));
  }

  realpath(path: string) {
    return this.#files.realpath(real(path));
  }

  utimes(path: string, accessTime: Date, modificationTime: Date) {
    return this.#files.utimes(real(path), accessTime, modificationTime);
  }
}

/** The path with a link to a directory among its parents followed. */
function real(path: string): string {
  for (const [link, target] of LINKS) {
    if (path.startsWith(`${link}/`)) return target + path.slice(link.length);
  }
  return path;
}
