import { after } from 'node:test';
import { pathToFileURL } from 'node:url';

/**
 * Runs test files one after the other in this process, each as a suite of its name: hooks at a file's top
 * level are its own, and the next file is not loaded before its tests and hooks are over and nothing that it
 * began keeps the process alive. So a file ends when a process of its own would, and one that would hang
 * hangs here, in its suite. The environment and the working folder are then as they were before it.
 *
 * @param {readonly string[]} files absolute paths
 * @param {(file: string, body: () => Promise<void>) => Promise<void>} suite calls node's `describe`; the
 *   place of that call is what reporters take for the suite's file
 * @returns {Promise<void>} once the last has ended
 */
export async function runFilesInTurn(files, suite) {
  const idle = new Idle();
  for (const file of files) {
    const env = { ...process.env };
    const folder = process.cwd();
    const release = stayAlive();
    /** @type {Promise<void>[]} */
    const waits = [];
    await idle.withListenersOf(() =>
      suite(file, async () => {
        try {
          await import(pathToFileURL(file).href);
        } finally {
          // Registered last, and so the last to run.
          after(() => {
            waits.push(idle.wait());
            return waits[0];
          });
          release();
        }
      }),
    );
    // Node runs no hook after one that failed.
    if (waits.length === 0) await idle.wait();
    process.chdir(folder);
    restoreEnv(env);
  }
  idle.end();
}

/** The moments at which nothing keeps this process alive any more. */
class Idle {
  /** What node's runner does then: it gives up what is not over. */
  #giveUp = /** @type {((code: number) => void)[]} */ ([]);
  /** @type {(() => void) | undefined} */
  #waiting;

  constructor() {
    process.on('beforeExit', this.#onBeforeExit);
  }

  /**
   * @returns {Promise<void>} at the next of them
   */
  wait() {
    return new Promise((resolve) => {
      this.#waiting = () => {
        // What follows may begin with nothing that the process would stay alive for.
        setImmediate(resolve);
      };
    });
  }

  /**
   * Takes over the listeners that node's runner adds with its first suite.
   *
   * @param {() => Promise<void>} addSuite
   * @returns {Promise<void>} what `addSuite` returned
   */
  withListenersOf(addSuite) {
    const known = process.listeners('beforeExit');
    const ended = addSuite();
    for (const listener of process.listeners('beforeExit')) {
      if (known.includes(listener)) continue;
      process.removeListener('beforeExit', listener);
      this.#giveUp.push(/** @type {(code: number) => void} */ (listener));
    }
    return ended;
  }

  /** Leaves the rest to node's runner. */
  end() {
    process.removeListener('beforeExit', this.#onBeforeExit);
    for (const listener of this.#giveUp) process.on('beforeExit', listener);
  }

  #onBeforeExit = (/** @type {number} */ code) => {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) waiting();
    else {
      this.end();
      for (const listener of this.#giveUp) listener(code);
    }
  };
}

/** @returns {() => void} lets the process end again */
function stayAlive() {
  const timer = setInterval(() => {}, 60_000);
  return () => clearInterval(timer);
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {void}
 */
function restoreEnv(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
}
