import type WDIOReporter from '@wdio/reporter';
import type { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Masker } from '../../../config/masker.ts';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { loadSettings } from '../../../config/settings.ts';
import type { ProgressClient } from '../../../launcher/progress/client.ts';
import type { PhoneOfRun } from '../../../launcher/run-folder.ts';
import SpecAllureReporter from '../../../launcher/worker/allure-reporter.ts';
import { workerState } from '../../../launcher/worker/state.ts';
import type { Inventory } from '../../../config/inventory.ts';

const CID = '0-0';

/** A phone as the run's file describes it to workers. */
export function phoneOfRun(changes: Partial<PhoneOfRun> = {}): PhoneOfRun {
  return {
    deviceName: 'Redmi 7A (M1903C3EC), en',
    serial: 'emulator-5554',
    model: 'Redmi 7A (M1903C3EC)',
    system: 'MIUI 10 (10.2.1.0.PCMCNXM), Android 9',
    environment: 'test',
    locale: 'en-US',
    region: 'cn',
    ports: undefined,
    number: '+12015550123',
    simSlot: undefined,
    smsSerial: 'emulator-5554',
    profile: undefined,
    language: undefined,
    ...changes,
  };
}

interface TestOfRun {
  /** With the titles of its suites before it, as WebdriverIO joins them. */
  readonly suite?: string;
  readonly file?: string;
  /** Why it fails; absent: it passes. */
  readonly error?: Error;
  /** Of its hook, with which it fails before it begins. */
  readonly hookError?: Error;
  readonly skipped?: boolean;
  /** What the test does. */
  readonly body?: () => Promise<void>;
}

/**
 * A worker's part of a run as far as the Allure reporter sees it: the real reporter is told what WebdriverIO
 * tells it, and writes real results.
 */
export class ReportedRun {
  readonly #reporter: WDIOReporter;
  #count = 0;

  /**
   * @param folder for the results.
   * @param session what the phone's session answered for its capabilities.
   */
  constructor(
    folder: string,
    phone: PhoneOfRun,
    {
      inventory,
      session = {},
    }: { readonly inventory?: Inventory; readonly session?: Record<string, unknown> } = {},
  ) {
    const settings = { ...loadSettings({}), phoneNumber: phone.number };
    workerState().link = {
      run: { runId: 'a-run', progress: { port: 0, token: '' }, phones: [phone] },
      phone,
      assignment: undefined,
      settings: { ...settings, inventory: inventory ?? settings.inventory },
      masker: new Masker(),
      client: {} as ProgressClient,
    };
    this.#reporter = new SpecAllureReporter({
      outputDir: folder,
      // Where it would print to: it prints nothing.
      ...{ stdout: true, writeStream: { write: () => true } },
      disableMochaHooks: true,
      disableWebdriverStepsReporting: true,
      disableWebdriverScreenshotsReporting: true,
    });
    this.#emit('runner:start', {
      ...{ cid: CID, config: {}, isMultiremote: false, instanceOptions: {}, sessionId: 'a' },
      // Appium answers with the serial for a name, and with the system's version.
      capabilities: { deviceName: phone.serial, platformVersion: '9', ...session },
      specs: [join(PROJECT_ROOT, 'specs', 'sign-up.spec.ts')],
    });
  }

  async test(title: string, test: TestOfRun = {}): Promise<void> {
    const { suite = 'Signing up', error, hookError, skipped = false, body } = test;
    const file = join(PROJECT_ROOT, test.file ?? 'specs/sign-up.spec.ts');
    this.#count += 1;
    const about = { cid: CID, file, specs: [file], parent: suite };
    const suiteEvent = { ...about, type: 'suite', title: suite, fullTitle: suite, uid: suite };
    const fullTitle = `${suite}.${title}`;
    const event = { ...about, type: 'test', title, fullTitle, uid: `test-${this.#count}` };
    this.#emit('suite:start', suiteEvent);
    if (skipped) {
      this.#emit('test:pending', event);
    } else {
      this.#emit('test:start', event);
      if (hookError === undefined) await body?.();
      else this.#failHook(event, hookError);
      if (error !== undefined) this.#emit('test:fail', { ...event, error, errors: [error] });
      else if (hookError === undefined) this.#emit('test:pass', event);
    }
    this.#emit('suite:end', suiteEvent);
  }

  /** Resolves when all results are written. */
  async end(): Promise<void> {
    this.#emit('runner:end', { cid: CID, failures: 0, retries: 0 });
    while (!this.#reporter.isSynchronised) await new Promise(setImmediate);
    // It is there for the whole of a worker, and has no way to be put away.
    const listening = process.eventNames().filter((name) => String(name).startsWith('allure:'));
    for (const name of listening) process.removeAllListeners(name);
    // Other test files of this process have no run.
    delete workerState().link;
  }

  #failHook(test: object, error: Error): void {
    const title = '"before each" hook for Signing up';
    const event = { ...test, type: 'hook', title, uid: `hook-${this.#count}`, fullTitle: title };
    this.#emit('hook:start', event);
    this.#emit('hook:end', { ...event, error, errors: [error], state: 'failed' });
  }

  #emit(name: string, event: object): void {
    (this.#reporter as EventEmitter).emit(name, event);
  }
}
