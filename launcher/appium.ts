import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT_ROOT } from '../config/paths.ts';
import { forgetMovedDrivers } from './appium-drivers.ts';
import { AppiumLostError, AppiumStartError, PortTakenError } from './errors.ts';
import { installed } from './installed.ts';
import { assertPortFree, freePorts } from './ports.ts';
import { ended, signalGroup, stopGroup } from './process-group.ts';

/** Up in 1–2 s on a laptop; a loaded CI machine with a cold disk needs many times that. */
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;
const START_ATTEMPTS = 3;
/** Appium ends its sessions on SIGTERM, which takes about a second with a phone that answers. */
const STOP_GRACE_MS = 5000;
const END_WITH_PARENT = new URL('end-with-parent.mjs', import.meta.url).href;
const PORT_SETTING = 'MI_APPIUM_PORT';

export interface AppiumOptions {
  /** A free one is taken when unset. */
  port?: number | undefined;
  /** Everything Appium prints goes here. */
  logFile: string;
  /** Where the Android driver looks for adb: its `platform-tools/adb`. */
  androidHome: string;
  signal: AbortSignal;
  env?: NodeJS.ProcessEnv;
}

/** The stock Appium server of `node_modules`, bound to 127.0.0.1, with no insecure feature on. */
export class AppiumServer {
  readonly port: number;
  /** Resolves, with the reason, if Appium ends before `stop()` is called. */
  readonly lost: Promise<AppiumLostError>;
  readonly #child: ChildProcess;
  #stopping = false;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
    // It never outlives this process. A SIGKILL is not noticed here, but on its standard input.
    const killWithParent = (): void => signalGroup(child, 'SIGKILL');
    process.once('exit', killWithParent);
    this.lost = new Promise((resolve) => {
      void ended(child).then((how) => {
        process.off('exit', killWithParent);
        if (!this.#stopping) resolve(new AppiumLostError(how));
      });
    });
  }

  /**
   * Resolves when it answers.
   * @throws {PortTakenError} when the port asked for has another owner.
   * @throws {AppiumStartError} with the end of its log, when it does not come up.
   */
  static async start(options: AppiumOptions): Promise<AppiumServer> {
    if (options.port !== undefined) {
      await assertPortFree(options.port, PORT_SETTING);
      return AppiumServer.#startAt(options.port, options);
    }
    for (let attempt = 1; ; attempt += 1) {
      const [port = 0] = await freePorts(1);
      try {
        return await AppiumServer.#startAt(port, options);
      } catch (error) {
        // Somebody else took the port between our look at it and Appium's.
        if (!(error instanceof PortTakenError) || attempt === START_ATTEMPTS) throw error;
      }
    }
  }

  static async #startAt(port: number, options: AppiumOptions): Promise<AppiumServer> {
    options.signal.throwIfAborted();
    const server = new AppiumServer(launch(port, options), port);
    try {
      await server.#ready(options);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Ends it and its children; resolves when they are gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await stopGroup(this.#child, STOP_GRACE_MS);
  }

  /** Ends it at once. */
  kill(): void {
    this.#stopping = true;
    signalGroup(this.#child, 'SIGKILL');
  }

  async #ready(options: AppiumOptions): Promise<void> {
    const timeout = AbortSignal.timeout(START_TIMEOUT_MS);
    let end: string | undefined;
    void ended(this.#child).then((how) => (end = how));
    while (!(await answers(this.port))) {
      options.signal.throwIfAborted();
      if (end !== undefined) throw startFailure(this.port, end, options.logFile);
      if (timeout.aborted) {
        throw new AppiumStartError(
          `no answer within ${START_TIMEOUT_MS / 1000} s; the end of its log:\n${logEnd(options.logFile)}`,
          'start the run again when the machine is less busy; the log is reports/logs/appium.log',
        );
      }
      await delay(POLL_MS);
    }
  }
}

function launch(port: number, options: AppiumOptions): ChildProcess {
  // APPIUM_HOME unset: Appium then finds the driver that package.json lists. NODE_OPTIONS holds
  // the TypeScript loader of WebdriverIO, which Appium does not need.
  const { APPIUM_HOME: _home, NODE_OPTIONS: _options, ...env } = options.env ?? process.env;
  forgetMovedDrivers(PROJECT_ROOT);
  const log = openSync(options.logFile, 'a', 0o600);
  try {
    return spawn(
      process.execPath,
      [
        ...['--import', END_WITH_PARENT],
        installed('appium', 'index.js'),
        'server',
        ...['--address', '127.0.0.1', '--port', String(port)],
        ...['--log-timestamp', '--log-no-colors'],
      ],
      {
        cwd: PROJECT_ROOT,
        env: { ...env, ANDROID_HOME: options.androidHome },
        stdio: ['pipe', log, log],
        detached: true,
      },
    );
  } finally {
    closeSync(log);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/status`, {
      signal: AbortSignal.timeout(2000),
    });
    return response.ok;
  } catch {
    // Not listening yet: the caller asks again until its time is up.
    return false;
  }
}

function startFailure(port: number, how: string, logFile: string): Error {
  const log = logEnd(logFile);
  if (log.includes('EADDRINUSE')) return new PortTakenError(port, PORT_SETTING);
  return new AppiumStartError(
    `its process ${how}; the end of its log:\n${log}`,
    'check that `npx appium driver list --installed` shows uiautomator2; the log is reports/logs/appium.log',
  );
}

function logEnd(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
