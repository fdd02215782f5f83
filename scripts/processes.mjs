import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * What a child process did.
 *
 * @typedef {object} Ended
 * @property {number} code 128 + the signal's number, if it died of one
 * @property {string} output its stdout and stderr; empty if they went to the terminal
 * @property {boolean} timedOut whether it was ended for taking longer than it may
 */

/** How long a child may take to stop by itself once told to, before it is killed. */
const STOP_LIMIT_MS = 15_000;
/** What asks a process to end; closing a terminal sends the last. */
export const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** The exit code of a command that could not be started. */
export const NOT_STARTED = 127;
const TIED = fileURLToPath(new URL('tied.mjs', import.meta.url));

/**
 * Starts a command that ends with this process, even if that is killed. It has a process group of its
 * own: Ctrl-C in a terminal reaches this process only, which passes on what is to be passed on.
 *
 * @param {readonly string[]} command with its arguments; one that cannot be started ends with `NOT_STARTED`
 * @param {{ cwd: string, env?: Record<string, string | undefined>, stdout: 'inherit' | 'pipe' | 'ignore', stderr: 'inherit' | 'pipe', graceMs: number }} options
 *   `graceMs`: what it has to end by itself after SIGTERM once this process is gone
 * @returns {import('node:child_process').ChildProcess}
 */
export function spawnTied(command, { cwd, env = process.env, stdout, stderr, graceMs }) {
  return spawn(process.execPath, [TIED, String(graceMs), ...command], {
    cwd,
    env,
    stdio: ['ignore', stdout, stderr, 'ipc'],
    detached: true,
  });
}

/** The child processes of one run of a script, which end with it. */
export class Processes {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set();
  /** @type {NodeJS.Signals | undefined} */
  #stoppedBy;

  /** @returns {NodeJS.Signals | undefined} the signal that asked the script to stop */
  get stoppedBy() {
    return this.#stoppedBy;
  }

  /**
   * Passes the first signal on, to all children. npm passes on the Ctrl-C that the terminal has already
   * sent, and a second one would make them give up their cleaning up.
   *
   * @returns {void}
   */
  passSignalsOn() {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (this.#stoppedBy !== undefined) return;
        this.#stoppedBy = signal;
        for (const child of this.#running) child.kill(signal);
      });
    }
  }

  /**
   * Runs a Node program to its end.
   *
   * @param {readonly string[]} args for node
   * @param {{ cwd: string, env?: Record<string, string | undefined>, limitMs: number, show?: boolean }} options
   *   `show`: its output goes to the terminal as it comes
   * @returns {Promise<Ended>}
   */
  node(args, { cwd, env = process.env, limitMs, show = false }) {
    return new Promise((resolve, reject) => {
      const stream = show ? 'inherit' : 'pipe';
      const child = spawnTied([process.execPath, ...args], {
        cwd,
        env,
        stdout: stream,
        stderr: stream,
        graceMs: STOP_LIMIT_MS,
      });
      this.#running.add(child);
      let output = '';
      for (const readable of [child.stdout, child.stderr]) {
        readable?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
      }
      let timedOut = false;
      /** @type {NodeJS.Timeout | undefined} */
      let killer;
      const limit = setTimeout(() => {
        timedOut = true;
        child.kill('SIGTERM');
        killer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      }, limitMs);
      const ended = () => {
        clearTimeout(limit);
        clearTimeout(killer);
        this.#running.delete(child);
      };
      child.on('error', (error) => {
        ended();
        reject(error);
      });
      child.on('close', (code, signal) => {
        ended();
        resolve({ code: code ?? signalCode(signal), output, timedOut });
      });
    });
  }
}

/**
 * @param {NodeJS.Signals | null} signal
 * @returns {number} the exit code that shells give for it
 */
export function signalCode(signal) {
  return signal === null ? 1 : 128 + constants.signals[signal];
}
