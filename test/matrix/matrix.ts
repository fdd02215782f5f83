import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { remote } from 'webdriverio';
import { adbServerFromEnv } from '../../config/adb-server.ts';
import { androidCapabilities } from '../../config/capabilities.ts';
import { RealHarnessClock } from '../../config/clock.ts';
import { Masker } from '../../config/masker.ts';
import type { RunContext } from '../../config/run-context.ts';
import { loadSettings, type PhoneSettings, type Settings } from '../../config/settings.ts';
import { settingsOfPhone } from '../../config/targets/phones-of-run.ts';
import { emulatedTarget } from '../../config/targets/emulated.ts';
import { timeouts } from '../../config/timeouts.ts';
import { AdbBridge } from '../../device/adb-bridge.ts';
import { Adb } from '../../device/adb.ts';
import { assertLanguage } from '../../device/language.ts';
import { identityOf, readProperties } from '../../device/properties.ts';
import { SignUp, type SignedUp } from '../../flows/sign-up.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { AppiumServer } from '../../launcher/appium.ts';
import { freePorts } from '../../launcher/ports.ts';
import { withAndroidHome } from '../../scripts/android-home.mjs';
import { TextEngine } from '../../vision/engine.ts';
import { PictureCodeReader } from '../../vision/picture-code.ts';
import { sureAnswers } from '../../vision/sure-answers.ts';
import type { Combination } from './profiles.ts';

/** The service answers at once: what takes longer on a busy machine is stuck. */
const STEP_BUDGET = '60s';

/**
 * Signs up on emulated phones, each with a process, a session and a ledger of its own, over one Appium
 * server and one adb server that nobody else uses.
 */
export class Matrix {
  readonly #folder: string;
  readonly #appium: AppiumServer;
  readonly #textEngine: TextEngine;
  readonly #signal: AbortSignal;

  private constructor(
    folder: string,
    appium: AppiumServer,
    textEngine: TextEngine,
    signal: AbortSignal,
  ) {
    this.#folder = folder;
    this.#appium = appium;
    this.#textEngine = textEngine;
    this.#signal = signal;
  }

  static async start(signal: AbortSignal): Promise<Matrix> {
    const [adbPort = 0] = await freePorts(1);
    const env = withAndroidHome(process.env);
    // For every adb that this process, Appium or a phone asks for.
    Object.assign(process.env, env, { ANDROID_ADB_SERVER_PORT: String(adbPort) });
    // Two phones that start at once would each start a server.
    await new Adb({ adbPath: Adb.find() }).devices({ signal });
    const folder = await mkdtemp(join(tmpdir(), 'mi-matrix-'));
    const appium = await AppiumServer.start({
      logFile: join(folder, 'appium.log'),
      androidHome: env['ANDROID_HOME'] ?? '',
      signal,
    });
    const textEngine = new TextEngine();
    textEngine.warmUp();
    return new Matrix(folder, appium, textEngine, signal);
  }

  /**
   * Signs up on one phone in one language, and takes the phone away again.
   * @throws HarnessError saying what stopped it.
   */
  async signUp(combination: Combination): Promise<SignedUp> {
    const adb = new Adb({ adbPath: Adb.find() });
    const settings = await this.#settings(combination);
    const target = await emulatedTarget.open({
      settings,
      listPhones: (signal) => adb.devices({ signal }),
      clock: new RealHarnessClock(),
      signal: this.#signal,
      onOutput: () => undefined,
    });
    try {
      const [phone] = target.phones;
      if (phone === undefined) throw new Error('The emulated phone did not start.');
      const { serial } = phone;
      return await this.#signUpOn(adb.forPhone(serial), serial, settingsOfPhone(settings, phone));
    } finally {
      await target.stop();
    }
  }

  async stop(): Promise<void> {
    await this.#textEngine.close();
    await this.#appium.stop();
    await promisify(execFile)(Adb.find(), ['kill-server']);
    await rm(this.#folder, { recursive: true });
  }

  async #settings(combination: Combination): Promise<Settings> {
    const { profile, language, pictureCode, smsAutofill } = combination;
    return loadSettings({
      MI_EMULATOR_PROFILE: profile.id,
      MI_EMULATOR_LANGUAGE: language,
      MI_EMULATOR_LATENCY: '0',
      MI_EMULATOR_OPTIONS: `--picture-code ${pictureCode} --sms-autofill ${smsAutofill}`,
      MI_STEP_BUDGET: STEP_BUDGET,
      MI_STATE_DIR: await mkdtemp(join(this.#folder, 'state-')),
    });
  }

  async #signUpOn(adb: Adb, serial: string, settings: PhoneSettings): Promise<SignedUp> {
    const properties = await readProperties(adb, { signal: this.#signal });
    assertLanguage(serial, properties);
    const identity = identityOf(properties);
    const [system = 0, mjpeg = 0] = await freePorts(2);
    const driver = await remote({
      hostname: '127.0.0.1',
      port: this.#appium.port,
      logLevel: 'error',
      capabilities: androidCapabilities({
        serial,
        deviceName: `${identity.model} ${serial}`,
        ports: { system, mjpeg },
        adbServer: adbServerFromEnv(),
        timeouts: timeouts(settings),
      }),
    });
    try {
      const ui = { serial, driver, bridge: new AdbBridge(adb) };
      const context = this.#context(settings, { serial, ...identity });
      const signUp = new SignUp({ ui, sms: ui }, context);
      await signUp.openSettings();
      await signUp.until(SettingsHome);
      return await signUp.account();
    } finally {
      await driver.deleteSession();
    }
  }

  #context(
    settings: PhoneSettings,
    phone: { serial: string; model: string; system: string },
  ): RunContext {
    return {
      runId: 'matrix',
      settings,
      phone: { ...phone, environment: 'test' },
      smsSerial: phone.serial,
      progress: { emit: () => undefined },
      masker: new Masker(),
      observer: {
        stepStarted: () => Promise.resolve(),
        screenReady: () => Promise.resolve(),
        stepEnded: () => Promise.resolve(),
        attachPicture: () => Promise.resolve(),
      },
      pictureReader: sureAnswers(new PictureCodeReader('test', this.#textEngine)),
      signal: this.#signal,
    };
  }
}
