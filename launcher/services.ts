import type { SessionPorts } from '../config/capabilities.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import { settingsOfPhones } from '../config/targets/phones-of-run.ts';
import { Adb } from '../device/adb.ts';
import { PhoneLostError } from '../device/errors.ts';
import { adbMissing } from '../device/find-adb.ts';
import { AdbNotFoundError, withAndroidHome } from '../scripts/android-home.mjs';
import { AppiumServer } from './appium.ts';
import { dropForwards, removeForwards } from './forwards.ts';
import { openPhone, phoneLogName, type OpenPhone } from './open-phone.ts';
import { assertPortFree, freePorts } from './ports.ts';
import type { RunFolder } from './run-folder.ts';

export interface ServiceOptions {
  settings: Settings;
  folder: RunFolder;
  signal: AbortSignal;
  /** Told as soon as a phone is ready, while Appium may still be starting. */
  onPhone(phone: PhoneUnderTest): void;
  /** Told, once, when the run lost what it stands on. */
  onLost(error: Error): void;
}

/** The phones and Appium of a run, and what must be cleared away after it. */
export class Services {
  /** In the order of the settings; at least one. */
  readonly phones: readonly OpenPhone[];
  /** Address of the Appium server. */
  readonly appiumUrl: URL;
  readonly #appium: AppiumServer | undefined;
  readonly #adbPath: string;
  #lost = false;

  private constructor(
    phones: readonly OpenPhone[],
    appium: AppiumServer | undefined,
    options: { adbPath: string; remoteUrl?: string | undefined },
  ) {
    this.phones = phones;
    this.#appium = appium;
    this.#adbPath = options.adbPath;
    this.appiumUrl = new URL(options.remoteUrl ?? `http://127.0.0.1:${appium?.port ?? 4723}/`);
  }

  /**
   * Starts the phones and Appium side by side; if one fails, the others are stopped again.
   * @throws the first failure: AdbMissingError, PhoneNotAvailableError, PortTakenError …
   */
  static async start(options: ServiceOptions): Promise<Services> {
    const { settings, folder, onLost } = options;
    const settingsOfEach = settingsOfPhones(settings);
    await assertPhonePortsFree(settingsOfEach);
    // For Appium, and for every adb that this process or a worker will ask for.
    const env = androidEnvironment();
    Object.assign(process.env, env);
    const adbPath = Adb.find();
    // For the start only: a phone that is up is stopped in its turn, after the last screenshot.
    const callOff = new AbortController();
    const { signal } = callOff;
    const stopStarting = (): void => callOff.abort(options.signal.reason);
    options.signal.addEventListener('abort', stopStarting);
    if (options.signal.aborted) stopStarting();
    const failFirst = (error: unknown): never => {
      callOff.abort(error);
      throw error;
    };
    const remote = settings.target === 'remote';
    const appiumStart = remote
      ? undefined
      : AppiumServer.start({
          port: settings.appiumPort,
          logFile: folder.appiumLog,
          androidHome: env['ANDROID_HOME'] ?? '',
          signal,
        }).catch(failFirst);
    const phoneStarts = openPhones(options, settingsOfEach, new Adb({ adbPath }), signal);
    const [appium, ...phones] = await Promise.allSettled([
      appiumStart,
      ...phoneStarts.map((start) => start.catch(failFirst)),
    ]);
    options.signal.removeEventListener('abort', stopStarting);
    const open = phones.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    if (open.length < phones.length || appium.status === 'rejected' || signal.aborted) {
      await Promise.all(open.map(({ target }) => target.stop()));
      if (appium.status === 'fulfilled') await appium.value?.stop();
      throw signal.reason;
    }
    const { remoteUrl } = settings;
    const services = new Services(open, appium.value, {
      adbPath,
      ...(remote ? { remoteUrl } : {}),
    });
    services.#watch(onLost);
    return services;
  }

  /** Ends what this run started and takes its adb forwards away; waits until all is gone. */
  async stop(): Promise<void> {
    try {
      await this.#appium?.stop();
      await removeForwards(this.#adbPath, this.phones.flatMap(forwarded));
    } finally {
      await Promise.all(this.phones.map(({ target }) => target.stop()));
    }
  }

  /** For a process that is about to end at once: only takes away what would outlive it. */
  dropForwards(): void {
    for (const open of this.phones) {
      dropForwards(this.#adbPath, open.phone.serial, forwarded(open));
    }
  }

  #watch(onLost: (error: Error) => void): void {
    const lose = (error: Error): void => {
      if (this.#lost) return;
      this.#lost = true;
      onLost(error);
    };
    void this.#appium?.lost.then(lose);
    for (const { phone, target, logName } of this.phones) {
      target.onExit((how) => {
        // What Appium asks of a phone that is gone fails only when its time is up: opening a
        // session, and ending one.
        this.#appium?.kill();
        lose(
          new PhoneLostError('The emulated phone ended in the middle of the run.', {
            phone: phone.serial,
            expected: 'the phone to run until the end',
            seen: `its process: ${how}`,
            remedy: `read the end of reports/logs/${logName}, then start the run again`,
          }),
        );
      });
    }
  }
}

function forwarded({ ports }: OpenPhone): number[] {
  return ports === undefined ? [] : [ports.system, ports.mjpeg];
}

/** Unwrapped, no set-up came before the run. */
function androidEnvironment(): NodeJS.ProcessEnv {
  try {
    return withAndroidHome(process.env);
  } catch (error) {
    if (!(error instanceof AdbNotFoundError)) throw error;
    throw adbMissing(error.message, { cause: error });
  }
}

/** Told by the setting's name; a phone itself can only say which port it is. */
async function assertPhonePortsFree(settingsOfEach: readonly Settings[]): Promise<void> {
  for (const { target, emulator } of settingsOfEach) {
    if (target !== 'emulated' || emulator.port === undefined) continue;
    for (const port of [emulator.port, emulator.port + 1]) {
      await assertPortFree(port, 'MI_EMULATOR_PORT');
    }
  }
}

/** All at once. */
function openPhones(
  { folder, onPhone }: ServiceOptions,
  settingsOfEach: readonly Settings[],
  adb: Adb,
  signal: AbortSignal,
): Promise<OpenPhone>[] {
  const count = settingsOfEach.length;
  const prepared = Promise.all([
    portPairs(count),
    // Two phones that start at once would each start adb's server.
    count > 1 ? adb.devices({ signal }) : [],
  ]);
  return settingsOfEach.map(async (settings, index) => {
    const [pairs] = await prepared;
    return openPhone({
      settings,
      adb,
      ports: settings.target === 'remote' ? undefined : pairs[index],
      logs: folder.logs,
      logName: phoneLogName(settings, count),
      signal,
      onPhone,
    });
  });
}

async function portPairs(count: number): Promise<SessionPorts[]> {
  const ports = await freePorts(2 * count);
  return Array.from({ length: count }, (_, index) => ({
    system: ports[2 * index] ?? 0,
    mjpeg: ports[2 * index + 1] ?? 0,
  }));
}
