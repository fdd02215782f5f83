import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** A phone ends in well under a second; after this it is killed. */
const STOP_GRACE_MS = 5000;
/** Of what the phone printed last, this much is kept for an error. */
const TAIL_CHARS = 2000;

/** The process of an emulated phone: its output, its end, and that it ends with this process. */
export class PhoneProcess {
  /** Resolves when the process is gone, with a phrase such as `it ended with exit code 1`. */
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  #tail = '';
  #stopping = false;

  /** @param onOutput gets everything it prints. */
  constructor(command: string, args: readonly string[], onOutput: (text: string) => void) {
    // A TypeScript loader that WebdriverIO asks for by NODE_OPTIONS is not the phone's.
    const { NODE_OPTIONS: _options, ...env } = process.env;
    // A group of its own: Ctrl-C reaches only the run, which then stops the phone in the right
    // order. Its standard input stays open for as long as this process lives.
    this.#child = spawn(command, args, { detached: true, stdio: 'pipe', env });
    const killWithParent = () => this.#signal('SIGKILL');
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
    // Writing to a process that is gone is no failure of its own; `ended` tells.
    this.#child.stdin?.on('error', () => undefined);
  }

  /** The end of what it printed. */
  get tail(): string {
    return this.#tail.trim();
  }

  /**
   * Resolves with the first printed lines that `accept` makes something of, or with `undefined` when
   * the process ends before there are so many.
   */
  async firstLines<T>(
    count: number,
    accept: (line: string) => T | undefined,
  ): Promise<T[] | undefined> {
    const { stdout } = this.#child;
    if (stdout === null) return undefined;
    const accepted: T[] = [];
    try {
      for await (const line of createInterface({ input: stdout })) {
        const taken = accept(line);
        if (taken !== undefined && accepted.push(taken) === count) return accepted;
      }
      return undefined;
    } finally {
      // Leaving the loop pauses the stream, and a phone whose output nobody takes would stand still.
      stdout.resume();
    }
  }

  /** Tells when the process ends without `stop()` having been called. */
  onExit(listener: (reason: string) => void): void {
    void this.ended.then((how) => {
      if (!this.#stopping) listener(how);
    });
  }

  /** Asks the process to end, kills it if it does not, and waits until it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#signal('SIGTERM');
    const grace = new AbortController();
    const late = delay(STOP_GRACE_MS, true, { signal: grace.signal }).catch(() => false);
    const killed = late.then((isLate) => {
      if (isLate) this.#signal('SIGKILL');
    });
    await this.ended;
    grace.abort();
    await killed;
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
