import { RealHarnessClock } from '../../config/clock.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import type { Settings } from '../../config/settings.ts';
import { trackDevices } from '../../device/track-devices.ts';
import { errorInfo, oneLine } from '../errors.ts';
import type { OpenPhone } from '../open-phone.ts';
import { signalProcess } from '../process-group.ts';
import type { ErrorInfo, WorkerName } from '../progress/messages.ts';
import type { ProgressServer } from '../progress/server.ts';
import { workerCapabilities } from '../worker-capabilities.ts';
import { setFleetOfRun } from './current.ts';
import { SpecsNotRunError } from './errors.ts';
import { Fleet } from './fleet.ts';
import { PhoneWatch } from './phone-watch.ts';
import { needsTwoPhones } from './spec-groups.ts';

/** A worker's last words are on their way for a moment when its process has ended. */
const LAST_WORDS_MS = 2000;

const clock = new RealHarnessClock();

export interface RunFleetOptions {
  phones: readonly OpenPhone[];
  /** What reports call them, in the same order. */
  deviceNames: readonly string[];
  appiumUrl: URL;
  settings: Settings;
  server: ProgressServer;
  /** Absent where the phones are asked in another way. */
  adbPath: string | undefined;
  /** A worker that was told to stop has this long until it is killed. */
  workerGraceMs: number;
  /** @param worker that it is about. */
  emit(event: ProgressEvent, worker?: WorkerName): void;
  onWorkerBegan(worker: WorkerName): void;
  onWorkerEnded(worker: WorkerName): void;
  /** The specs of a worker are run again, or not at all: what it reported does not count. */
  onSetAside(worker: string): void;
  onPhoneOut(): void;
  /** Spec files that nobody ran: the run has failed in part, and goes on. */
  onNotRun(files: readonly string[], serial: string | undefined, error: ErrorInfo): void;
  onNobodyLeft(error: ErrorInfo): void;
}

/** The phones of a run while WebdriverIO runs specs on them. */
export class RunFleet {
  readonly fleet: Fleet;
  readonly #options: RunFleetOptions;
  readonly #watch: PhoneWatch;
  readonly #stopWatching = new AbortController();
  readonly #capabilities: ReadonlyMap<string, WebdriverIO.Capabilities>;

  constructor(options: RunFleetOptions) {
    const { phones, deviceNames, settings, appiumUrl, server } = options;
    this.#options = options;
    const { distribution } = settings;
    this.#capabilities = new Map(
      phones.map((open, index) => [
        open.phone.serial,
        workerCapabilities(open, deviceNames[index] ?? open.phone.model, appiumUrl, settings),
      ]),
    );
    const serials = [...this.#capabilities.keys()];
    const needsTwo = needsTwoPhones(settings);
    this.fleet = new Fleet(serials, { share: distribution === 'share', needsTwo }, this.#events());
    setFleetOfRun({
      fleet: this.fleet,
      capabilities: (serial) => this.#capabilities.get(serial) ?? {},
      settled: async (worker, serial) => {
        await server.allReported(worker, LAST_WORDS_MS);
        await this.#watch.settled(serial);
      },
    });
    this.#watch = new PhoneWatch(this.#overAdb(), clock, (serial, error) => {
      this.fleet.takeOut(serial, errorInfo(error));
    });
    this.#track();
  }

  /** What WebdriverIO schedules spec files by: one entry for each phone, or one for all together. */
  get capabilities(): WebdriverIO.Capabilities[] {
    const all = [...this.#capabilities.values()];
    if (this.#options.settings.distribution === 'every') return all;
    const { 'appium:udid': _any, ...first } = all[0] as WebdriverIO.Capabilities & {
      'appium:udid': string;
    };
    return [{ ...first, 'wdio:maxInstances': all.length }];
  }

  /** No spec begins any more, and nobody looks after the phones. */
  close(): void {
    this.#stopWatching.abort();
    this.fleet.close();
  }

  #events() {
    const { emit, server, workerGraceMs, onPhoneOut, onNobodyLeft } = this.#options;
    const { onSetAside, onNotRun, onWorkerBegan, onWorkerEnded } = this.#options;
    const leftBehind = (
      files: readonly string[],
      serial: string | undefined,
      reason: string,
    ): void => {
      emit({ type: 'specs-not-run', serial, files, reason });
      onNotRun(files, serial, errorInfo(new SpecsNotRunError(files, serial, reason)));
    };
    return {
      began: (worker: WorkerName): void => {
        onWorkerBegan(worker);
        emit({ type: 'worker-began', serial: worker.serial }, worker);
      },
      ended: (worker: WorkerName): void => {
        onWorkerEnded(worker);
        emit({ type: 'worker-ended', serial: worker.serial }, worker);
      },
      leftBehind,
      phoneOut: (serial: string, error: ErrorInfo): void => {
        emit({ type: 'phone-out', serial, reason: oneLine(error) });
        onPhoneOut();
        server.stopWorkers(error, serial);
        setTimeout(() => {
          for (const pid of server.workerPids(serial)) signalProcess(pid, 'SIGKILL');
        }, workerGraceMs).unref();
      },
      moved: (
        worker: string,
        files: readonly string[],
        { from, reason }: { from: string; reason: string },
      ): void => {
        onSetAside(worker);
        emit({ type: 'specs-moved', serial: from, files, reason });
      },
      notRun: (
        worker: string,
        files: readonly string[],
        serial: string | undefined,
        reason: string,
      ): void => {
        onSetAside(worker);
        leftBehind(files, serial, reason);
      },
      nobodyLeft: onNobodyLeft,
    };
  }

  #overAdb(): string[] {
    const phones = this.#options.phones.map(({ phone }) => phone);
    return phones.flatMap(({ serial, withoutAdb }) => (withoutAdb === true ? [] : serial));
  }

  #track(): void {
    const { adbPath } = this.#options;
    if (adbPath === undefined) return;
    const { signal } = this.#stopWatching;
    signal.addEventListener('abort', () => this.#watch.stop());
    void trackDevices((devices) => this.#watch.list(devices), { clock, signal });
  }
}
