import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endedOrKilled, type PhoneHost } from './phone-host.ts';

/** Of what the phone printed last, this much is kept for an error. */
const TAIL_CHARS = 2000;

/** A process with emulated phones: its output, its end, and that it ends with this process. */
export class PhoneProcess implements PhoneHost {
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  readonly #lines: Interface;
  #tail = '';
  #stopping = false;

  /** @param onOutput gets everything it prints. */
  constructor(command: string, args: readonly string[], onOutput: (text: string) => void) {
    // A TypeScript loader that WebdriverIO asks for by NODE_OPTIONS is not the phone's.
    const { NODE_OPTIONS: _options, ...env } = process.env;
    // A group of its own: Ctrl-C reaches only the run, which then stops the phone in the right
    // order. Its standard input stays open for as long as this process lives.
    this.#child = spawn(command, args, { detached: true, stdio: 'pipe', env });
    const killWithParent = () => this.kill();
    process.once('exit', killWithParent);
    this.ended = new Promise((resolve) => {
      const end = (how: string) => {
        process.off('exit', killWithParent);
        resolve(how);
      };
      this.#child.once('error', (error) => end(`it could not be started (${error.message})`));
      // `close` comes after the last output, unlike `exit`.
      this.#child.once('close', (code, signal) =>
        end(signal === null ? `it ended with exit code ${code}` : `it was ended by ${signal}`),
      );
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#tail = (this.#tail + text).slice(-TAIL_CHARS);
        onOutput(text);
      });
    }
    this.#lines = createInterface({ input: this.#child.stdout as Readable });
    // Writing to a process that is gone is no failure of its own; `ended` tells.
    this.#child.stdin?.on('error', () => undefined);
  }

  get tail(): string {
    return this.#tail.trim();
  }

  onLine(listener: (line: string) => void): void {
    this.#lines.on('line', listener);
  }

  /** Writes to its standard input. */
  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  onExit(listener: (reason: string) => void): void {
    void this.ended.then((how) => {
      if (!this.#stopping) listener(how);
    });
  }

  /** Asks the process to end, and kills it if it does not. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#signal('SIGTERM');
    await endedOrKilled(this.ended, () => this.kill());
  }

  kill(): void {
    this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      process.kill(-pid, signal);
    } catch (error) {
      // ESRCH: it ended in this very moment.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
