import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../../config/clock.ts';
import { RUN_FOLDER_VARIABLE } from '../../launcher/run-folder.ts';
import { listProcesses, type ListedProcess } from '../processes.ts';

const POLL_MS = 50;
const clock = new RealHarnessClock();
const SIGN_UP = [
  ...[join('node_modules', '@wdio', 'cli', 'bin', 'wdio.js'), 'run', 'wdio.conf.ts'],
  ...['--spec', join('specs', 'sign-up.spec.ts')],
];

/** A sign-up in a copy of the project, whose processes can be found and ended by force. */
export class RunApart {
  /** Its private folder. */
  readonly folder: string;
  readonly project: string;
  readonly #child: ChildProcess;
  readonly #prints = new EventEmitter();
  #printed = '';

  /** @param env of the run, without its folder. */
  constructor(project: string, folder: string, env: NodeJS.ProcessEnv) {
    this.project = project;
    this.folder = folder;
    this.#child = spawn(process.execPath, SIGN_UP, {
      cwd: project,
      env: { ...env, [RUN_FOLDER_VARIABLE]: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text;
        this.#prints.emit('text');
      });
    }
  }

  get printed(): string {
    return this.#printed;
  }

  /** What its Appium has logged. */
  get appiumLog(): string {
    const path = join(this.folder, 'logs', 'appium.log');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  /** Those that are there now; adb's server, which a run may start, is nobody's. */
  get processes(): ListedProcess[] {
    const mark = `${RUN_FOLDER_VARIABLE}=${this.folder}\0`;
    return listProcesses().filter(
      ({ command, environment }) =>
        environment.includes(mark) && !/adb .*fork-server/.test(command),
    );
  }

  /** Waits until something is true of the run. @throws Error when it ends before. */
  async until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isTrue())) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new Error(`The run ended before ${what}:\n${this.#printed}`);
      }
      await clock.sleep(POLL_MS);
    }
  }

  /** Resolves as soon as it has printed something that has this in it. */
  async prints(text: string): Promise<void> {
    while (!this.#printed.includes(text)) await once(this.#prints, 'text');
  }

  /** Ends the process that holds the leases, as the system's out-of-memory killer would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended();
  }

  /** Ends all of its processes at once. */
  async killAll(): Promise<void> {
    for (const { pid } of this.processes) process.kill(pid, 'SIGKILL');
    await this.#ended();
  }

  /** Asks it to end. @returns its exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.ended();
  }

  /** @returns its exit code. */
  async ended(): Promise<number | null> {
    await this.#ended();
    return this.#child.exitCode;
  }

  /** Waits until none of its processes is left. */
  async gone(): Promise<void> {
    while (this.processes.length > 0) await clock.sleep(POLL_MS);
  }

  async #ended(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await once(this.#child, 'exit');
    }
  }
}
