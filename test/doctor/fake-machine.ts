import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../../config/paths.ts';
import type * as Machine from '../../launcher/doctor/machine.ts';
import { findAdb } from '../../scripts/android-home.mjs';

/** What the doctor's program is made of, beside its dependencies. */
const SOURCES = ['config', 'device', 'launcher', 'operator', 'scripts', 'vision', 'package.json'];
/** The scope of tesseract's data, which holds nothing else. */
const TESSERACT_DATA = '@tesseract.js-data';

interface Manifest {
  version: string;
  engines: { node: string };
}

/**
 * A machine as far as the doctor can tell: the project in a folder of its own, with dependencies that
 * may be wrong, a folder for state and one for an SDK. Nothing of the real ones is changed.
 */
export class FakeMachine {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<FakeMachine> {
    const root = await realpath(await mkdtemp(path.join(tmpdir(), 'fake-machine-')));
    await Promise.all(
      SOURCES.map((name) =>
        cp(path.join(PROJECT_ROOT, name), path.join(root, name), { recursive: true }),
      ),
    );
    const machine = new FakeMachine(root);
    mkdirSync(machine.#modules());
    for (const name of readdirSync(path.join(PROJECT_ROOT, 'node_modules'))) {
      machine.#link(name);
    }
    mkdirSync(machine.stateDir, { mode: 0o700 });
    mkdirSync(path.join(machine.androidHome, 'platform-tools'), { recursive: true });
    machine.putAdb();
    return machine;
  }

  get stateDir(): string {
    return path.join(this.root, 'state');
  }

  get androidHome(): string {
    return path.join(this.root, 'sdk');
  }

  putAdb(): void {
    symlinkSync(findAdb(process.env) ?? 'adb', this.#adb());
  }

  takeAdbAway(): void {
    rmSync(this.#adb());
  }

  /** Changes what `package.json` wants of Node. */
  wantNode(range: string): void {
    this.#edit(path.join(this.root, 'package.json'), (manifest) => (manifest.engines.node = range));
  }

  /** Another version of a dependency is installed. */
  replace(name: string, version: string): void {
    const manifest = path.join(PROJECT_ROOT, 'node_modules', name, 'package.json');
    const folder = this.#modules(name);
    rmSync(folder);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'package.json'), readFileSync(manifest));
    this.#edit(path.join(folder, 'package.json'), (found) => (found.version = version));
  }

  /** Installs a dependency as the lock file has it. */
  reinstall(name: string): void {
    rmSync(this.#modules(name), { recursive: true, force: true });
    this.#link(name);
  }

  uninstallTesseractData(): void {
    rmSync(this.#modules(TESSERACT_DATA));
  }

  installTesseractData(): void {
    this.#link(TESSERACT_DATA);
  }

  /** The doctor's checks of this machine. */
  async doctor(): Promise<typeof Machine> {
    const file = path.join(this.root, 'launcher', 'doctor', 'machine.ts');
    return (await import(pathToFileURL(file).href)) as typeof Machine;
  }

  /** Runs the doctor's program on this machine. @returns what it prints. */
  run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
    const program = ['--import', 'tsx', path.join('launcher', 'doctor.ts'), ...args];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, program, { cwd: this.root, env }, (error, stdout, stderr) => {
        // Exit code 1: something required is missing.
        if (error && error.code !== 1) reject(new Error(stderr, { cause: error }));
        else resolve(stdout);
      });
    });
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true });
  }

  #adb(): string {
    return path.join(this.androidHome, 'platform-tools', 'adb');
  }

  #modules(...names: readonly string[]): string {
    return path.join(this.root, 'node_modules', ...names);
  }

  #link(name: string): void {
    symlinkSync(path.join(PROJECT_ROOT, 'node_modules', name), this.#modules(name));
  }

  #edit(file: string, change: (manifest: Manifest) => void): void {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    change(manifest);
    writeFileSync(file, JSON.stringify(manifest));
  }
}

/** Somebody else's program, which holds a port and does not know adb. */
export class Stranger {
  readonly #server: net.Server;

  private constructor(server: net.Server) {
    this.#server = server;
  }

  static listen(): Promise<Stranger> {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      // Without anybody who reads, it would never see the other side's end.
      socket.resume();
      socket.end('220 hello\r\n');
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(new Stranger(server)));
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  leave(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
