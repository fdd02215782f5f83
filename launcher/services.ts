import { setMaxListeners } from 'node:events';
import type { Settings } from '../config/settings.ts';
import { emulatedCount } from '../config/targets/emulated.ts';
import { Adb } from '../device/adb.ts';
import { PhoneLostError } from '../device/errors.ts';
import { adbMissing } from '../device/find-adb.ts';
import { AdbNotFoundError, withAndroidHome } from '../scripts/android-home.mjs';
import { AppiumServer } from './appium.ts';
import { dropForwards, removeForwards } from './forwards.ts';
import type { OpenPhone } from './open-phone.ts';
import { assertRemoteAppium } from './remote/status.ts';
import { assertPortFree } from './ports.ts';
import { PHONE_LOG, ReadyPhones, type ReadyPhonesOptions } from './ready-phones.ts';

export interface ServiceOptions extends Omit<ReadyPhonesOptions, 'adb'> {
  /** Told, once, when the run lost what it stands on. */
  onLost(error: Error): void;
}

/** The phones and Appium of a run, and what must be cleared away after it. */
export class Services {
  /** At least one. */
  readonly phones: readonly OpenPhone[];
  /** Address of the Appium server. */
  readonly appiumUrl: URL;
  readonly #ready: ReadyPhones;
  readonly #appium: AppiumServer | undefined;
  /** Absent where a remote Appium server has the phones, and this machine has no adb. */
  readonly adbPath: string | undefined;
  #lost = false;
  #phoneLost = false;

  private constructor(
    ready: ReadyPhones,
    appium: AppiumServer | undefined,
    options: { adbPath: string | undefined; remoteUrl?: URL | undefined },
  ) {
    this.phones = ready.phones;
    this.#ready = ready;
    this.#appium = appium;
    this.adbPath = options.adbPath;
    this.appiumUrl = options.remoteUrl ?? new URL(`http://127.0.0.1:${appium?.port ?? 4723}/`);
  }

  /**
   * Starts the phones and Appium side by side; if one fails, the others are stopped again.
   * @throws the first failure: AdbMissingError, PhoneNotAvailableError, PortTakenError …
   */
  static async start(options: ServiceOptions): Promise<Services> {
    const { settings, folder, onLost } = options;
    await assertPhonePortsFree(settings);
    const { remote } = settings.target === 'remote' ? settings : { remote: undefined };
    if (remote !== undefined) await assertRemoteAppium(remote, options.signal);
    // For Appium, and for every adb that this process or a worker will ask for.
    const env = androidEnvironment(remote !== undefined);
    Object.assign(process.env, env);
    const adbPath = env['ANDROID_HOME'] === undefined ? undefined : Adb.find(env);
    // For the start only: a phone that is up is stopped in its turn, after the last screenshot.
    const callOff = new AbortController();
    const { signal } = callOff;
    // Every phone is asked many things at once, and each of them can be called off.
    setMaxListeners(0, signal);
    const stopStarting = (): void => callOff.abort(options.signal.reason);
    options.signal.addEventListener('abort', stopStarting);
    if (options.signal.aborted) stopStarting();
    const failFirst = (error: unknown): never => {
      callOff.abort(error);
      throw error;
    };
    const appiumStart = remote
      ? undefined
      : AppiumServer.start({
          port: settings.appiumPort,
          logFile: folder.appiumLog,
          androidHome: env['ANDROID_HOME'] ?? '',
          signal,
        }).catch(failFirst);
    const adb = adbPath === undefined ? undefined : { adb: new Adb({ adbPath }), adbPath };
    const [appium, phones] = await Promise.allSettled([
      appiumStart,
      ReadyPhones.open({ ...options, adb, signal }).catch(failFirst),
    ]);
    options.signal.removeEventListener('abort', stopStarting);
    if (phones.status === 'rejected' || appium.status === 'rejected' || signal.aborted) {
      if (phones.status === 'fulfilled') await phones.value.restoreAndClose();
      if (appium.status === 'fulfilled') await appium.value?.stop();
      throw signal.reason;
    }
    const services = new Services(phones.value, appium.value, {
      adbPath,
      remoteUrl: remote?.url,
    });
    services.#watch(onLost);
    return services;
  }

  /** Ends what this run started and takes its adb forwards away; waits until all is gone. */
  async stop(): Promise<void> {
    try {
      // It would ask a phone that is gone to end its session until its time is up.
      if (this.#phoneLost) this.#appium?.kill();
      await this.#appium?.stop();
      const ports = this.phones.flatMap(forwarded);
      if (this.adbPath !== undefined) await removeForwards(this.adbPath, ports);
    } finally {
      await this.#ready.restoreAndClose();
    }
  }

  /** A phone of the run is gone. */
  notePhoneLost(): void {
    this.#phoneLost = true;
  }

  /** For a process that is about to end at once: only takes away what would outlive it. */
  dropForwards(): void {
    if (this.adbPath === undefined) return;
    for (const open of this.phones) {
      dropForwards(this.adbPath, open.phone.serial, forwarded(open));
    }
  }

  #watch(onLost: (error: Error) => void): void {
    const lose = (error: Error): void => {
      if (this.#lost) return;
      this.#lost = true;
      onLost(error);
    };
    void this.#appium?.lost.then(lose);
    this.#ready.target.onExit((how) => {
      // What Appium asks of a phone that is gone fails only when its time is up: opening a session,
      // and ending one.
      this.#appium?.kill();
      lose(
        new PhoneLostError('The emulated phone ended in the middle of the run.', {
          phone: this.phones[0]?.phone.serial,
          expected: 'the phone to run until the end',
          seen: `its process: ${how}`,
          remedy: `read the end of reports/logs/${PHONE_LOG}, then start the run again`,
        }),
      );
    });
  }
}

function forwarded({ ports }: OpenPhone): number[] {
  return ports === undefined ? [] : [ports.system, ports.mjpeg];
}

/**
 * Unwrapped, no set-up came before the run.
 * @param optional whether the run can do without adb.
 */
function androidEnvironment(optional: boolean): NodeJS.ProcessEnv {
  try {
    return withAndroidHome(process.env);
  } catch (error) {
    if (!(error instanceof AdbNotFoundError)) throw error;
    if (optional) return {};
    throw adbMissing(error.message, { cause: error });
  }
}

/** Told by the setting's name; a phone itself can only say which port it is. */
async function assertPhonePortsFree(settings: Settings): Promise<void> {
  const { port: first } = settings.emulator;
  if (settings.target !== 'emulated' || first === undefined) return;
  for (let port = first; port < first + 2 * emulatedCount(settings); port += 1) {
    await assertPortFree(port, 'MI_EMULATOR_PORT');
  }
}
