import { join } from 'node:path';
import { assertOcrAllowed, assertSignUpPermitted, phoneEnvironment } from '../config/live.ts';
import { Masker } from '../config/masker.ts';
import { addSecrets } from '../config/secrets.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import type { ProgressEvent } from '../config/progress.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { numberFor } from '../config/targets/phones-of-run.ts';
import { Adb } from '../device/adb.ts';
import { Ledger } from '../device/ledger/ledger.ts';
import { readBack } from '../device/ledger/read-back.ts';
import { Questions } from '../operator/questions.ts';
import { deviceNames } from './device-names.ts';
import { errorInfo, InterruptedError } from './errors.ts';
import { finishRun } from './finish.ts';
import { RunFleet } from './fleet/run-fleet.ts';
import { planWorkers, type LiveSpecs } from './fleet/spec-groups.ts';
import { chosenSpecs, type SpecChoice } from './live/chosen-specs.ts';
import { guardLivePhones } from './live/guard.ts';
import { closedTestsText, closeSpecs } from './live/specs.ts';
import { maskEvent, maskTest } from './masked.ts';
import { OperatorPage } from './operator-page.ts';
import { phoneOfRun, runPhone, type OpenPhone } from './open-phone.ts';
import { emptyReports } from './publish.ts';
import type { RunOutput } from './output.ts';
import { signalProcess } from './process-group.ts';
import { ProgressServer } from './progress/server.ts';
import type { EndedTest, ErrorInfo, Report, WorkerName } from './progress/messages.ts';
import { reportEnvironment } from './report-environment.ts';
import { sweepAbandonedFolders, type RunFolder } from './run-folder.ts';
import { newRunId } from './run-id.ts';
import { RunRecord } from './run-record.ts';
import { Services } from './services.ts';
import { takeOverSignals } from './signals.ts';
import type { Summary } from './summary.ts';

/**
 * A worker that was told to stop has this long: failing the test, collecting what can still be had
 * and writing its results takes a few seconds.
 */
const WORKER_GRACE_MS = 20_000;
/** As a shell reports a process that Ctrl-C ended. */
const INTERRUPTED_EXIT_CODE = 130;

/** The part of WebdriverIO's live configuration that says what runs, and keeps a run from going on. */
type LiveConfig = Pick<WebdriverIO.Config, 'bail' | 'shard'> & SpecChoice & LiveSpecs;

/** One run, seen from the process that runs WebdriverIO. */
export class Run {
  readonly id = newRunId();
  /** What the workers ask the person at the phones. */
  readonly questions = new Questions();
  readonly #folder: RunFolder;
  readonly #output: RunOutput;
  readonly #record = new RunRecord();
  readonly #masker = new Masker();
  readonly #server: ProgressServer;
  readonly #stop = new AbortController();
  readonly #startedAtMs = Date.now();
  #config: LiveConfig | undefined;
  #settings: Settings | undefined;
  #services: Services | undefined;
  #fleet: RunFleet | undefined;
  #page: OperatorPage | undefined;
  #killTimer: NodeJS.Timeout | undefined;

  constructor(folder: RunFolder, output: RunOutput) {
    this.#folder = folder;
    this.#output = output;
    this.#server = new ProgressServer(
      (report, worker) => this.#take(report, worker),
      this.questions,
    );
    output.ask(this.questions);
  }

  /**
   * Gets the phones and Appium ready and fills in their capabilities. If that fails the run ends here:
   * WebdriverIO would start its workers after most errors of this hook, and print its own stack
   * after the others.
   */
  async prepare(config: LiveConfig, capabilities: WebdriverIO.Capabilities[]): Promise<void> {
    this.#config = config;
    sweepAbandonedFolders();
    this.#folder.create();
    // A run that is killed writes none, and an earlier one's must not pass for its own.
    emptyReports(join(PROJECT_ROOT, 'reports'));
    takeOverSignals({
      onStop: (signal) => this.#end(new InterruptedError(signal)),
      onInsist: () => this.#kill(),
    });
    // The parent that shows the run is gone: nobody is waiting for it any more.
    process.once('disconnect', () => this.#end(new InterruptedError('its parent process ended')));
    try {
      capabilities.push(...(await this.#start(config)));
    } catch (error) {
      this.#record.stoppedBy(errorInfo(error));
      await this.complete(1);
      process.exit(1);
    }
  }

  /**
   * Stops everything, then writes the report.
   * @param exitCode WebdriverIO's verdict.
   */
  async complete(exitCode: number): Promise<Summary> {
    clearTimeout(this.#killTimer);
    this.#fleet?.close();
    await this.#stopServices();
    await this.#server.close();
    this.#output.progress({ type: 'publishing' });
    const { summary, reportPage } = await finishRun({
      runId: this.id,
      startedAtMs: this.#startedAtMs,
      exitCode,
      shard: this.#config?.shard,
      record: this.#record,
      masker: this.#masker,
      folder: this.#folder,
      reportsDir: this.#settings?.reportsDir ?? join(PROJECT_ROOT, 'reports'),
      knownIssues: this.#settings?.knownIssues,
      environment: reportEnvironment(this.#settings, this.#services?.phones ?? []),
    });
    await this.#page?.end(summary, reportPage);
    this.#output.finished(summary, reportPage);
    await this.#output.arrived?.();
    this.#folder.remove();
    return summary;
  }

  /**
   * Before any phone is touched, since every spec here signs up; the flow asks again, whatever
   * brought it there.
   */
  async #assertMayBegin(settings: Settings, ledger: Ledger): Promise<void> {
    const environment = phoneEnvironment(settings.target === 'emulated', settings);
    const [serial] = settings.selection.serials;
    assertSignUpPermitted({ serial: serial ?? 'not chosen yet', environment }, settings);
    const number =
      settings.phoneNumber ??
      (serial === undefined ? undefined : numberFor(settings, serial)?.number);
    await ledger.assertReady({ number, serial, environment });
    for (const text of await readBack(ledger)) this.#progress({ type: 'note', text });
  }

  /** Before any phone is changed: what the live service asks, of each phone that was found. */
  async #guard(phones: readonly OpenPhone[], settings: Settings, ledger: Ledger): Promise<void> {
    const guarded = phones.map(({ phone, target: { number } }) => ({
      phone,
      number,
      adb:
        phone.withoutAdb === true
          ? undefined
          : new Adb({ adbPath: Adb.find(), serial: phone.serial }),
    }));
    const { signal } = this.#stop;
    const notes = await guardLivePhones(guarded, { settings, ledger, signal });
    for (const text of notes) this.#progress({ type: 'note', text });
  }

  /** @returns capabilities for each phone: WebdriverIO runs every spec with each of them. */
  async #start(config: LiveConfig): Promise<WebdriverIO.Capabilities[]> {
    const settings = loadSettings();
    this.#settings = settings;
    addSecrets(this.#masker, settings);
    const environment = phoneEnvironment(settings.target === 'emulated', settings);
    const closed = closeSpecs(config, environment, PROJECT_ROOT);
    this.#record.closed(closed);
    if (closed.length > 0) this.#progress({ type: 'note', text: closedTestsText(closed) });
    planWorkers(config, chosenSpecs(config, PROJECT_ROOT), settings);
    const ledger = new Ledger(settings.stateDir);
    await this.#assertMayBegin(settings, ledger);
    this.#page = await OperatorPage.start(settings, this.questions);
    if (this.#page !== undefined) this.#output.operatorPage(this.#page.address);
    const port = await this.#server.start();
    const services = await Services.start({
      settings,
      runId: this.id,
      folder: this.#folder,
      signal: this.#stop.signal,
      onPhone: (phone) => this.#progress({ type: 'phone-ready', ...phone }),
      onNote: (text) => this.#progress({ type: 'note', text }),
      mayBegin: (phones) => this.#guard(phones, settings, ledger),
      onLeftOut: (serial, reason) => this.#progress({ type: 'phone-left-out', serial, reason }),
      onLost: (error) => this.#end(error),
    });
    this.#services = services;
    this.#record.ofRun = services.phones.map(runPhone);
    for (const open of services.phones) {
      this.#masker.addPhoneNumber(open.target.number);
      this.#page?.addPhone(open);
    }
    if (settings.pictureCode === 'ocr') {
      for (const { phone } of services.phones) assertOcrAllowed(phone.environment);
    }
    const names = deviceNames(
      services.phones.map(({ phone }) => phone),
      settings,
    );
    this.#folder.writeRunFile({
      runId: this.id,
      progress: { port, token: this.#server.token },
      phones: services.phones.map((open, index) => phoneOfRun(open, names[index] ?? '')),
      operatorPage: this.#page?.address,
    });
    this.#fleet = this.#openFleet(services, names, settings);
    return this.#fleet.capabilities;
  }

  #openFleet(
    { phones, appiumUrl, adbPath }: Services,
    names: readonly string[],
    settings: Settings,
  ): RunFleet {
    return new RunFleet({
      phones,
      deviceNames: names,
      appiumUrl,
      settings,
      server: this.#server,
      adbPath,
      workerGraceMs: WORKER_GRACE_MS,
      emit: (event, worker) => this.#progress(event, worker),
      onWorkerBegan: (worker) => this.#record.tests.workerBegan(worker, Date.now()),
      onWorkerEnded: ({ id }) => this.#record.tests.workerEnded(id, Date.now()),
      onSetAside: (worker) => this.#record.tests.setAside(worker),
      onPhoneOut: () => this.#services?.notePhoneLost(),
      onNotRun: (files, serial, error) => {
        this.#record.tests.notRun(files, serial, error);
      },
      onNobodyLeft: (error) => this.#endBy(error),
    });
  }

  #take(message: Report, worker: WorkerName): void {
    this.#fleet?.fleet.report(worker.id, message);
    if (message.kind === 'progress') this.#progress(message.event, worker);
    else if (message.kind === 'test') this.#testEnded(message, worker);
    else this.#record.tests.failed(message.error, worker.id);
  }

  #testEnded(test: EndedTest, worker: WorkerName): void {
    this.#record.tests.testEnded(test, worker);
    const phone = this.#record.runPhone(worker.serial);
    if (phone !== undefined) this.#output.test?.(maskTest(test, this.#masker), phone);
  }

  /** @param worker that told it, if one did. */
  #progress(event: ProgressEvent, worker?: WorkerName): void {
    if (event.type === 'secret') this.#masker.addSecret(event.value, event.kind);
    this.#record.take(event);
    const shown = maskEvent(event, this.#masker);
    this.#output.progress(shown, worker && this.#record.runPhone(worker.serial));
    this.#page?.progress(shown);
  }

  /** Ends the run early: the workers fail their tests, then WebdriverIO completes as usual. */
  #end(error: Error): void {
    this.#endBy(errorInfo(error), error);
  }

  #endBy(info: ErrorInfo, error: Error = new Error(info.message)): void {
    this.#record.stoppedBy(info);
    if (this.#stop.signal.aborted) return;
    this.#stop.abort(error);
    this.#fleet?.close();
    // No further spec may start; WebdriverIO looks at this number before each.
    if (this.#config !== undefined) this.#config.bail = 1;
    this.#server.stopWorkers(info);
    this.#killTimer = setTimeout(() => this.#killWorkers(), WORKER_GRACE_MS);
    this.#killTimer.unref();
  }

  #killWorkers(): void {
    for (const pid of this.#server.workerPids()) signalProcess(pid, 'SIGKILL');
  }

  /** Ends everything at once; what was started dies with this process. */
  #kill(): void {
    this.#killWorkers();
    this.#services?.dropForwards();
    // With `npm start` the parent still makes a report of it.
    if (process.send === undefined) this.#folder.remove();
    process.exit(INTERRUPTED_EXIT_CODE);
  }

  async #stopServices(): Promise<void> {
    try {
      await this.#services?.stop();
    } catch (error) {
      // What cannot be cleared away is said, and hides neither the test's outcome nor its report.
      const { type, message } = errorInfo(error);
      this.#progress({ type: 'note', text: `clearing up failed: ${type}: ${message}` });
    }
  }
}
