import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Pty } from '../../../emulator/adbd/services/shell-pty.ts';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { AndroidSystem } from '../../../emulator/android/system.ts';
import { systemApps } from '../../../emulator/apps/index.ts';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { redmiNote13Pro5g } from '../../../emulator/profiles/redmi-note-13-pro-5g.ts';
import { Shell } from '../../../emulator/shell/shell.ts';

/** Where the driver keeps the packages it brings along. */
export const DRIVER_MODULES = path.join(
  path.dirname(createRequire(import.meta.url).resolve('appium-uiautomator2-driver/package.json')),
  'node_modules',
);

/** The APKs that the driver installs. */
export const APKS = {
  settings: apk('io.appium.settings/apks', /\.apk$/),
  server: apk('appium-uiautomator2-server/apks', /server-v[\d.]+\.apk$/),
  serverTest: apk('appium-uiautomator2-server/apks', /androidTest\.apk$/),
};

export interface Output {
  readonly stdout: string;
  readonly stdoutBytes: Buffer;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A command line that is running. */
export interface Running {
  readonly stdin: Writable;
  /** Resolves when the output so far matches. */
  seen(pattern: RegExp): Promise<string>;
  /** The client goes away. */
  hangUp(): void;
  readonly done: Promise<Output>;
}

/** A booted phone with its apps, and its shell. */
export class ShellPhone {
  readonly clock = new ManualClock(Date.UTC(2026, 0, 1, 12));
  readonly system: AndroidSystem;
  readonly shell: Shell;

  /** @param secondNumber of a second SIM card, E.164 */
  constructor(profile: Profile = redmiNote13Pro5g, secondNumber?: string) {
    this.system = new AndroidSystem({
      profile,
      clock: this.clock,
      apps: systemApps(profile),
      phoneNumber: '+12015550123',
      secondNumber,
    });
    this.shell = new Shell(this.system);
    this.system.boot();
  }

  stop(): Promise<void> {
    return this.system.stop();
  }

  /** Runs a command line whose standard input holds `stdin`. */
  run(commandLine: string, stdin: string | Buffer = ''): Promise<Output> {
    const running = this.start(commandLine);
    running.stdin.end(stdin);
    return running.done;
  }

  async stdout(commandLine: string): Promise<string> {
    return (await this.run(commandLine)).stdout;
  }

  start(commandLine: string, options: { readonly tty?: boolean } = {}): Running {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const [output, errors]: [Buffer[], Buffer[]] = [[], []];
    stdout.on('data', (chunk: Buffer) => output.push(chunk));
    stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const abort = new AbortController();
    const pipe = new PassThrough();
    const pty = options.tty ? new Pty(stdout) : undefined;
    const stdin = pty ?? pipe;
    const io = {
      stdin: pty?.lines ?? pipe,
      stdout: pty?.screen ?? stdout,
      stderr: pty?.screen ?? stderr,
      signal: abort.signal,
      ...options,
      ...(pty && { onInterrupt: (listener: () => void) => pty.onInterrupt(listener) }),
    };
    const done = this.shell.run(commandLine, io).then((exitCode) => ({
      stdout: Buffer.concat(output).toString(),
      stdoutBytes: Buffer.concat(output),
      stderr: Buffer.concat(errors).toString(),
      exitCode,
    }));
    return {
      stdin,
      hangUp: () => abort.abort(),
      done,
      seen: (pattern) =>
        new Promise((resolve) => {
          const look = () => {
            const text = Buffer.concat(output).toString();
            if (!pattern.test(text)) return;
            stdout.off('data', look);
            resolve(text);
          };
          stdout.on('data', look);
          look();
        }),
    };
  }

  /** Moves the phone's clock on until `done` settles. */
  async timePasses<T>(done: Promise<T>): Promise<T> {
    const state = { settled: false };
    const finished = done.finally(() => (state.settled = true));
    while (!state.settled) {
      this.clock.advance(100);
      await setImmediate();
    }
    return finished;
  }

  async install(apkFile: Buffer): Promise<Output> {
    return this.run(`cmd package install -g -S ${apkFile.length}`, apkFile);
  }
}

function apk(folder: string, name: RegExp): Buffer {
  const directory = path.join(DRIVER_MODULES, folder);
  const file = readdirSync(directory).find((candidate) => name.test(candidate));
  if (file === undefined) throw new Error(`no APK matches ${name} in ${directory}`);
  return readFileSync(path.join(directory, file));
}
