import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { remote } from 'webdriverio';
import { adbServerFromEnv } from '../../config/adb-server.ts';
import { androidCapabilities } from '../../config/capabilities.ts';
import { RealHarnessClock } from '../../config/clock.ts';
import { Masker } from '../../config/masker.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import type { ProgressEvent, ProgressSink } from '../../config/progress.ts';
import type { RunContext } from '../../config/run-context.ts';
import type { PhoneSettings, Settings } from '../../config/settings.ts';
import { emulatedTarget, type AdminAddress } from '../../config/targets/emulated.ts';
import { settingsOfPhone } from '../../config/targets/phones-of-run.ts';
import { timeouts } from '../../config/timeouts.ts';
import { AdbBridge } from '../../device/adb-bridge.ts';
import { Adb } from '../../device/adb.ts';
import { identityOf, readProperties } from '../../device/properties.ts';
import { SignUp } from '../../flows/sign-up.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { withAndroidHome } from '../../scripts/android-home.mjs';
import { AccountService } from '../../specs/support/account-service.ts';
import { TextEngine } from '../../vision/engine.ts';
import { PictureCodeReader } from '../../vision/picture-code.ts';
import { sureAnswers } from '../../vision/sure-answers.ts';
import { AppiumServer } from '../appium.ts';
import { errorInfo } from '../errors.ts';
import type { RunPhone } from '../phone-results.ts';
import { freePorts } from '../ports.ts';
import { keepEvidence } from './evidence.ts';
import type { Outcome, StepTime } from './outcome.ts';
import type { Combination } from './plan.ts';

const clock = new RealHarnessClock();

/** What a sign-up tells while it goes on; nothing that is secret. */
type OnProgress = (event: ProgressEvent, phone: RunPhone) => void;

/** What is learnt of a sign-up while it goes on. */
interface Course {
  readonly combination: Combination;
  readonly number: number;
  readonly masker: Masker;
  readonly steps: StepTime[];
  readonly startedAtMs: number;
  setUpMs?: number;
  ms?: number;
  duplicates?: number;
  evidence?: string;
}

/**
 * Signs up on emulated phones, each with a process, an account service, a session and a ledger of its
 * own, over one Appium server and one adb server that nobody else uses.
 */
export class SignUps {
  readonly #settings: Settings;
  readonly #folder: string;
  readonly #appium: AppiumServer;
  readonly #textEngine: TextEngine;
  readonly #onProgress: OnProgress;
  readonly #signal: AbortSignal;

  private constructor(
    settings: Settings,
    folder: string,
    appium: AppiumServer,
    textEngine: TextEngine,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) {
    this.#onProgress = onProgress;
    this.#settings = settings;
    this.#folder = folder;
    this.#appium = appium;
    this.#textEngine = textEngine;
    this.#signal = signal;
  }

  static async start(
    settings: Settings,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<SignUps> {
    const [adbPort = 0] = await freePorts(1);
    const env = withAndroidHome(process.env);
    // For every adb that this process, Appium or a phone asks for.
    Object.assign(process.env, env, { ANDROID_ADB_SERVER_PORT: String(adbPort) });
    // Two phones that start at once would each start a server.
    await new Adb({ adbPath: Adb.find() }).devices({ signal });
    const folder = await mkdtemp(join(tmpdir(), 'mi-sign-ups-'));
    const appium = await AppiumServer.start({
      logFile: join(folder, 'appium.log'),
      androidHome: env['ANDROID_HOME'] ?? '',
      signal,
    });
    const textEngine = new TextEngine();
    textEngine.warmUp();
    return new SignUps(settings, folder, appium, textEngine, onProgress, signal);
  }

  /**
   * Signs up on a phone that nobody has used before, and takes the phone away again.
   * @param number in the plan, from 1.
   * @throws the signal's reason when it is aborted.
   */
  async signUp(combination: Combination, number: number): Promise<Outcome> {
    const masker = new Masker();
    const course: Course = { combination, number, masker, steps: [], startedAtMs: clock.now() };
    let error: Outcome['error'];
    try {
      await this.#onFreshPhone(course);
    } catch (cause) {
      this.#signal.throwIfAborted();
      const { type, message } = errorInfo(cause);
      error = { type, message: masker.mask(message) };
    }
    const { ms, setUpMs, steps, duplicates, evidence } = course;
    return { number, ...combination, ms, setUpMs, steps, duplicates, error, evidence };
  }

  async stop(): Promise<void> {
    await this.#textEngine.close();
    await this.#appium.stop();
    await promisify(execFile)(Adb.find(), ['kill-server']);
    await rm(this.#folder, { recursive: true });
  }

  async #onFreshPhone(course: Course): Promise<void> {
    const adb = new Adb({ adbPath: Adb.find() });
    const settings = await this.#settingsFor(course.combination);
    const target = await emulatedTarget.open({
      settings,
      listPhones: (signal) => adb.devices({ signal }),
      clock,
      signal: this.#signal,
      onOutput: () => undefined,
    });
    try {
      const [phone] = target.phones;
      if (phone === undefined) throw new Error('The emulated phone did not start.');
      course.masker.addPhoneNumber(phone.number);
      const ofPhone = settingsOfPhone(settings, phone);
      try {
        await this.#inSession(course, adb.forPhone(phone.serial), ofPhone);
      } finally {
        course.duplicates = await duplicatesOf(phone.service);
      }
    } finally {
      await target.stop();
    }
  }

  /** What one sign-up changes is no other one's: not even what this machine remembers of the number. */
  async #settingsFor(combination: Combination): Promise<Settings> {
    const { profile, language, pictureCode, smsAutofill } = combination;
    const { emulator } = this.#settings;
    const own = ['--picture-code', pictureCode, '--sms-autofill', smsAutofill];
    return {
      ...this.#settings,
      phoneCount: 1,
      stateDir: await mkdtemp(join(this.#folder, 'state-')),
      emulator: {
        ...emulator,
        port: undefined,
        profiles: [profile],
        languages: [language],
        options: [...emulator.options, ...own],
      },
    };
  }

  async #inSession(course: Course, adb: Adb, settings: PhoneSettings): Promise<void> {
    const { serial } = adb;
    if (serial === undefined) throw new Error('no phone');
    const properties = await readProperties(adb, { signal: this.#signal });
    const identity = identityOf(properties);
    const { profile, language } = course.combination;
    const phone = { serial, ...identity, profile, language };
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
      this.#onProgress({ type: 'worker-began', serial }, phone);
      const ui = { serial, driver, bridge: new AdbBridge(adb) };
      const context = this.#context(course, driver, settings, phone);
      const signUp = new SignUp({ ui, sms: ui }, context);
      const fromMs = clock.now();
      course.setUpMs = fromMs - course.startedAtMs;
      await signUp.openSettings();
      await signUp.until(SettingsHome);
      await signUp.account();
      course.ms = clock.now() - fromMs;
    } finally {
      this.#onProgress({ type: 'worker-ended', serial }, phone);
      await driver.deleteSession();
    }
  }

  #context(
    course: Course,
    driver: WebdriverIO.Browser,
    settings: PhoneSettings,
    ofRun: RunPhone,
  ): RunContext {
    const { masker, number, combination } = course;
    const { serial, model, system } = ofRun;
    const onProgress = this.#onProgress;
    const progress: ProgressSink = {
      emit(event) {
        if (event.type === 'secret') masker.addSecret(event.value, event.kind);
        else onProgress(event, ofRun);
        if (event.type !== 'step-ended') return;
        course.steps.push({ step: event.step, ms: event.serverMs + event.harnessMs });
      },
    };
    const name = `${String(number)}-${combination.profile}-${combination.language}`;
    return {
      runId: 'soak',
      settings,
      phone: { serial, model, system, environment: 'test' },
      smsSerial: serial,
      progress,
      masker,
      observer: {
        stepStarted: () => Promise.resolve(),
        screenReady: () => Promise.resolve(),
        waiting: () => Promise.resolve(),
        attachPicture: () => Promise.resolve(),
        async stepEnded(_step, outcome, failure) {
          if (outcome === 'passed') return;
          const folder = join(settings.reportsDir, 'soak', name);
          const recognised = failure?.recognised ?? '';
          await keepEvidence(folder, { driver, masker, progress, recognised });
          course.evidence = relative(PROJECT_ROOT, folder);
        },
      },
      pictureReader: sureAnswers(new PictureCodeReader('test', this.#textEngine)),
      signal: this.#signal,
    };
  }
}

async function duplicatesOf(service: AdminAddress | undefined): Promise<number> {
  if (service === undefined) throw new Error('The phone told no address of its service.');
  return new AccountService(service).duplicates();
}
