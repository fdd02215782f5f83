import { execFile, type ExecFileException } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { AdbError, PhoneLostError } from './errors.ts';
import { adbMissing, findAdb } from './find-adb.ts';
import { parseDeviceList, phoneLostReason, type AdbDevice } from './device-list.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
/** `dumpsys` of everything is a few MB. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

export interface AdbOptions {
  /** Path of the `adb` program. */
  adbPath: string;
  /** Needed for everything that asks a phone. */
  serial?: string;
}

export interface CallOptions {
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface ShellResult {
  stdout: string;
  stderr: string;
  /** Of the command on the phone. */
  exitCode: number;
}

/** Asks phones over the stock `adb` program. No shell of this machine is involved. */
export class Adb {
  readonly #options: AdbOptions;

  constructor(options: AdbOptions) {
    this.#options = options;
  }

  /**
   * The `adb` program of the SDK that `ANDROID_HOME` names.
   * @throws {AdbMissingError}
   */
  static find(env: NodeJS.ProcessEnv = process.env): string {
    return findAdb(env);
  }

  get serial(): string | undefined {
    return this.#options.serial;
  }

  /** The same adb, asking this phone. */
  forPhone(serial: string): Adb {
    return new Adb({ ...this.#options, serial });
  }

  /** Every phone that adb knows, ready or not. Starts adb's server if it is not running. */
  async devices(call: CallOptions = {}): Promise<AdbDevice[]> {
    const { stdout } = await this.#run(['devices', '-l'], call);
    return parseDeviceList(stdout);
  }

  /**
   * Runs a command line in the phone's shell. Quote what goes into it with `quoteForShell`.
   * @throws {PhoneLostError} when the phone is gone; a command that fails is no error.
   */
  async shell(command: string, call: CallOptions = {}): Promise<ShellResult> {
    const { serial } = this.#options;
    if (serial === undefined) throw new Error('adb shell needs the serial of a phone.');
    return await this.#run(['-s', serial, 'shell', command], call);
  }

  /**
   * Installs an app with its permissions granted, over another version of it too.
   * @param apk path on this machine.
   * @throws {AdbError} with the phone's answer when it refuses.
   * @throws {PhoneLostError}
   */
  async install(apk: string, call: CallOptions = {}): Promise<void> {
    const { serial } = this.#options;
    if (serial === undefined) throw new Error('adb install needs the serial of a phone.');
    await this.#run(['-s', serial, 'install', '-r', '-d', '-g', apk], call);
  }

  async #run(args: readonly string[], call: CallOptions): Promise<ShellResult> {
    const { adbPath } = this.#options;
    const timeoutMs = call.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    call.signal?.throwIfAborted();
    // Each command listens to it, and any number of phones may be asked at once.
    if (call.signal !== undefined) setMaxListeners(0, call.signal);
    const { error, stdout, stderr } = await execute(adbPath, args, {
      timeoutMs,
      signal: call.signal,
    });
    if (error === null) return { stdout, stderr, exitCode: 0 };
    call.signal?.throwIfAborted();
    this.#throwFailure(error, stderr, args, timeoutMs);
    return { stdout, stderr, exitCode: error.code as number };
  }

  /** Returns when the failure is the exit code of the command on the phone. */
  #throwFailure(
    error: ExecFileException,
    stderr: string,
    args: readonly string[],
    timeoutMs: number,
  ): void {
    const { adbPath, serial } = this.#options;
    if (error.code === 'ENOENT' || error.code === 'EACCES') {
      throw adbMissing(`${adbPath}: ${error.code}`, { cause: error });
    }
    const command = `adb ${args.filter((arg) => arg !== serial && arg !== '-s').join(' ')}`;
    if (error.killed || typeof error.code !== 'number') {
      throw new AdbError(`adb did not answer within ${timeoutMs / 1000} s.`, {
        phone: serial,
        expected: `an answer to \`${command}\``,
        seen: typeof error.code === 'string' ? error.message.split('\n')[0] : 'silence',
        remedy: 'Look at `adb devices -l`; if it hangs too, restart the server: adb kill-server.',
        trouble: 'adb-server',
      });
    }
    const lost = phoneLostReason(stderr);
    if (lost !== undefined) {
      throw new PhoneLostError('The phone cannot be reached over adb.', {
        phone: serial,
        expected: 'the phone to be connected and authorized',
        seen: stderr.trim(),
        ...lost,
      });
    }
    if (args.includes('shell')) return;
    throw new AdbError('adb failed.', {
      phone: serial,
      expected: `\`${command}\` to succeed`,
      seen: stderr.trim() || `exit code ${error.code}`,
      remedy: 'Restart the server (adb kill-server), then start again.',
    });
  }
}

function execute(
  file: string,
  args: readonly string[],
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): Promise<{ error: ExecFileException | null; stdout: string; stderr: string }> {
  // As many calls as are under way may listen to one signal; each takes its listener away again.
  if (signal !== undefined) setMaxListeners(0, signal);
  return new Promise((resolve) => {
    execFile(
      file,
      args,
      { timeout: timeoutMs, signal, maxBuffer: MAX_OUTPUT_BYTES, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => resolve({ error, stdout, stderr }),
    );
  });
}

/** Makes one word of the phone's shell out of any text. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
