import { spawn } from 'node:child_process';
import { constants } from 'node:os';

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
   * Passes SIGINT, SIGTERM and SIGHUP on. Ctrl-C in a terminal reaches the children without our
   * doing, and a second one would make them give up their cleaning up.
   *
   * @returns {void}
   */
  passSignalsOn() {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (this.#stoppedBy !== undefined) return;
        this.#stoppedBy = signal;
        if (signal === 'SIGINT' && process.stdin.isTTY) return;
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
      const child = spawn(process.execPath, args, {
        cwd,
        env,
        stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      });
      this.#running.add(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
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
