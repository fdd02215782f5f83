import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../config/clock.ts';
import type { SessionPorts } from '../config/capabilities.ts';
import { phoneEnvironment } from '../config/live.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import { targetNamed } from '../config/targets/index.ts';
import type { TargetPhone } from '../config/targets/target.ts';
import { Adb } from '../device/adb.ts';
import { PhoneLostError } from '../device/errors.ts';
import { adbMissing } from '../device/find-adb.ts';
import { assertLanguage } from '../device/language.ts';
import { identityOf, readProperties } from '../device/properties.ts';
import { AdbNotFoundError, withAndroidHome } from '../scripts/android-home.mjs';
import { AppiumServer } from './appium.ts';
import { dropForwards, removeForwards } from './forwards.ts';
import { assertPortFree, freePorts } from './ports.ts';
import type { RunFolder } from './run-folder.ts';

export interface ServiceOptions {
  settings: Settings;
  folder: RunFolder;
  signal: AbortSignal;
  /** Told as soon as the phone is ready, while Appium may still be starting. */
  onPhone(phone: PhoneUnderTest): void;
  /** Told, once, when the run lost what it stands on. */
  onLost(error: Error): void;
}

/** The phone and Appium of a run, and what must be cleared away after it. */
export class Services {
  readonly phone: PhoneUnderTest;
  /** E.g. `global`, as the phone names it; empty on a phone that does not. */
  readonly region: string;
  /** On this machine; absent where Appium runs on another, which has its own. */
  readonly ports: SessionPorts | undefined;
  /** Address of the Appium server. */
  readonly appiumUrl: URL;
  readonly #target: TargetPhone;
  readonly #appium: AppiumServer | undefined;
  readonly #adbPath: string;
  #lost = false;

  private constructor(
    { phone, region, target }: OpenPhone,
    appium: AppiumServer | undefined,
    options: {
      ports: SessionPorts | undefined;
      adbPath: string;
      remoteUrl?: string | undefined;
    },
  ) {
    this.phone = phone;
    this.region = region;
    this.ports = options.ports;
    this.#target = target;
    this.#appium = appium;
    this.#adbPath = options.adbPath;
    this.appiumUrl = new URL(options.remoteUrl ?? `http://127.0.0.1:${appium?.port ?? 4723}/`);
  }

  /**
   * Starts the phone and Appium side by side; if one fails, the other is stopped again.
   * @throws the first failure: AdbMissingError, PhoneNotAvailableError, PortTakenError …
   */
  static async start(options: ServiceOptions): Promise<Services> {
    const { settings, folder, onLost } = options;
    await assertPhonePortsFree(settings);
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
    const [phone, appium, ports] = await Promise.allSettled([
      openPhone(options, new Adb({ adbPath }), signal).catch(failFirst),
      remote
        ? undefined
        : AppiumServer.start({
            port: settings.appiumPort,
            logFile: folder.appiumLog,
            androidHome: env['ANDROID_HOME'] ?? '',
            signal,
          }).catch(failFirst),
      freePorts(2).catch(failFirst),
    ]);
    options.signal.removeEventListener('abort', stopStarting);
    if (
      phone.status === 'rejected' ||
      appium.status === 'rejected' ||
      ports.status === 'rejected' ||
      signal.aborted
    ) {
      if (phone.status === 'fulfilled') await phone.value.target.stop();
      if (appium.status === 'fulfilled') await appium.value?.stop();
      throw signal.reason;
    }
    const [system = 0, mjpeg = 0] = ports.value;
    const { remoteUrl } = settings;
    const services = new Services(phone.value, appium.value, {
      ports: remote ? undefined : { system, mjpeg },
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
      await removeForwards(this.#adbPath, Object.values(this.ports ?? {}));
    } finally {
      await this.#target.stop();
    }
  }

  /** For a process that is about to end at once: only takes away what would outlive it. */
  dropForwards(): void {
    dropForwards(this.#adbPath, this.phone.serial, Object.values(this.ports ?? {}));
  }

  #watch(onLost: (error: Error) => void): void {
    const lose = (error: Error): void => {
      if (this.#lost) return;
      this.#lost = true;
      onLost(error);
    };
    void this.#appium?.lost.then(lose);
    this.#target.onExit((how) => {
      // What Appium asks of a phone that is gone fails only when its time is up: opening a session,
      // and ending one.
      this.#appium?.kill();
      lose(
        new PhoneLostError('The emulated phone ended in the middle of the run.', {
          phone: this.phone.serial,
          expected: 'the phone to run until the end',
          seen: `its process: ${how}`,
          remedy: 'read the end of reports/logs/phone.log, then start the run again',
        }),
      );
    });
  }
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

interface OpenPhone {
  phone: PhoneUnderTest;
  region: string;
  target: TargetPhone;
}

/** Told by the setting's name; the phone itself can only say which port it is. */
async function assertPhonePortsFree({ target, emulator }: Settings): Promise<void> {
  if (target !== 'emulated' || emulator.port === undefined) return;
  for (const port of [emulator.port, emulator.port + 1]) {
    await assertPortFree(port, 'MI_EMULATOR_PORT');
  }
}

async function openPhone(
  { settings, folder, onPhone }: ServiceOptions,
  adb: Adb,
  signal: AbortSignal,
): Promise<OpenPhone> {
  const target = await targetNamed(settings.target).open({
    settings,
    listPhones: (listSignal) => adb.devices({ signal: listSignal }),
    clock: new RealHarnessClock(),
    signal,
    onOutput: (text) => appendFileSync(join(folder.logs, 'phone.log'), text, { mode: 0o600 }),
  });
  try {
    const { serial } = target;
    const properties = await readProperties(adb.forPhone(serial), { signal });
    assertLanguage(serial, properties);
    const region = properties.get('ro.miui.build.region') ?? properties.get('ro.miui.region') ?? '';
    const environment = phoneEnvironment(target.startedByThisRun, settings);
    const phone = { serial, ...identityOf(properties), environment };
    onPhone(phone);
    return { phone, region, target };
  } catch (error) {
    await target.stop();
    throw error;
  }
}
