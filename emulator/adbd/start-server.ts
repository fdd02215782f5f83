import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** The host's adb server, as far as phones need it: to be there. */
export class AdbServer {
  /** On 127.0.0.1 */
  readonly port: number;
  readonly #log: (message: string) => void;
  readonly #stopping = new AbortController();
  #starting: Promise<boolean> | undefined;

  constructor(port: number, log: (message: string) => void) {
    this.port = port;
    this.#log = log;
  }

  /**
   * Starts the server if adb is installed (`ANDROID_HOME`, `ANDROID_SDK_ROOT`, `PATH`). Of several
   * phones that ask at once one is answered for all: adb's servers get in each other's way. The
   * server outlives the phones, as it outlives every other adb command.
   * @returns whether it was started.
   */
  start(): Promise<boolean> {
    this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  /** Waits for a start no longer. */
  stop(): void {
    this.#stopping.abort(new Error('the phones are being stopped'));
  }

  async #start(): Promise<boolean> {
    const { signal } = this.#stopping;
    try {
      const args = ['-P', String(this.port), 'start-server'];
      await promisify(execFile)(adbCommand(), args, { signal });
      return true;
    } catch (error) {
      if (!signal.aborted) {
        this.#log(`no adb server on port ${this.port}, and none was started: ${String(error)}`);
      }
      return false;
    }
  }
}

function adbCommand(): string {
  for (const sdk of [process.env['ANDROID_HOME'], process.env['ANDROID_SDK_ROOT']]) {
    const adb = sdk && path.join(sdk, 'platform-tools', 'adb');
    if (adb && existsSync(adb)) return adb;
  }
  return 'adb';
}
