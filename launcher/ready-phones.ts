import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../config/clock.ts';
import { formatClock } from '../config/duration.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import { targetNamed } from '../config/targets/index.ts';
import type { OpenTarget, TargetPhone } from '../config/targets/target.ts';
import type { Adb } from '../device/adb.ts';
import type { AdbDevice } from '../device/device-list.ts';
import { discoverPhones } from '../device/discovery/discover.ts';
import { assertReady, quickCheck, type Readiness } from '../device/doctor/quick.ts';
import { describeHolder } from '../device/leases/record.ts';
import type { FoundLease, Lease } from '../device/leases/store.ts';
import { preparePhone, type PreparedPhone } from '../device/settings-journal/prepare.ts';
import { leasePhones, releasePhones } from './lease-phones.ts';
import { openPhone, type OpenPhone } from './open-phone.ts';
import { probeRemotePhone, type RemotePhone } from './remote/probe.ts';
import type { RunFolder } from './run-folder.ts';

/** What phones that the run started print. */
export const PHONE_LOG = 'phone.log';
/** Who waits for a phone is told so as often. */
const WAITING_NOTE_MS = 15_000;

export interface ReadyPhonesOptions {
  settings: Settings;
  runId: string;
  folder: RunFolder;
  /** Absent on a machine without adb. */
  adb: { adb: Adb; adbPath: string } | undefined;
  signal: AbortSignal;
  /** Told as soon as a phone is ready, while Appium may still be starting. */
  onPhone(phone: PhoneUnderTest): void;
  /** Told what a person should know before the run begins, one line each. */
  onNote(text: string): void;
  /** Asked with all of them before any is changed. @throws what the run ends with then. */
  mayBegin(phones: readonly OpenPhone[]): Promise<void>;
  /** A phone that could have been used is not. @param reason one line. */
  onLeftOut(serial: string, reason: string): void;
}

/** The phones of a run: leased, looked over, and set as a run likes them. */
export class ReadyPhones {
  readonly target: OpenTarget;
  /** At least one. */
  readonly phones: readonly OpenPhone[];
  readonly #leases: readonly Lease[];
  readonly #prepared: readonly PreparedPhone[];

  private constructor(
    target: OpenTarget,
    phones: readonly OpenPhone[],
    leases: readonly Lease[],
    prepared: readonly PreparedPhone[],
  ) {
    this.target = target;
    this.phones = phones;
    this.#leases = leases;
    this.#prepared = prepared;
  }

  /**
   * Finds the phones or starts them, waits for those that other runs have, clears away what killed runs
   * left on them, and refuses those that a run is hopeless on: all of them if they were named, else the
   * run goes on with the others.
   * @throws {PhoneNotAvailableError}, {PhoneLeasedError}, {PhoneNotReadyError} …
   */
  static async open(options: ReadyPhonesOptions): Promise<ReadyPhones> {
    const remotePhones = new Map<string, RemotePhone>();
    const target = await openTarget(options, remotePhones);
    let leases: readonly Lease[] = [];
    try {
      for (const { serial, reason, remedy } of target.leftOut) {
        options.onLeftOut(serial, `${reason}. ${remedy}`);
      }
      leases = await lease(target.phones, options);
      const chosen = target.phones.filter(
        ({ serial, withoutAdb }) =>
          withoutAdb === true || leases.some((taken) => taken.serial === serial),
      );
      const ready = await withoutUnready(chosen, options);
      const phones = await Promise.all(
        ready.map((phone) =>
          openPhone(phone, portsOf(phone, leases, options.settings), {
            settings: options.settings,
            adb: options.adb?.adb,
            remote: remotePhones.get(phone.serial),
            signal: options.signal,
          }),
        ),
      );
      await options.mayBegin(phones);
      const prepared = await prepare(ready, options);
      for (const { phone } of phones) options.onPhone(phone);
      return new ReadyPhones(target, phones, leases, prepared);
    } catch (error) {
      await target.stop();
      await releasePhones(leases);
      throw error;
    }
  }

  /**
   * Puts back what was changed on the phones, stops what was started, and gives the phones back. To be
   * called after the last session's end.
   */
  async restoreAndClose(): Promise<void> {
    await Promise.all(this.#prepared.map((phone) => phone.restore()));
    try {
      await this.target.stop();
    } finally {
      await releasePhones(this.#leases);
    }
  }
}

function openTarget(
  { settings, adb, folder, signal, onNote }: ReadyPhonesOptions,
  remotePhones: Map<string, RemotePhone>,
): Promise<OpenTarget> {
  const { remote } = settings;
  return targetNamed(settings.target).open({
    settings,
    listPhones: (listSignal) => adb?.adb.devices({ signal: listSignal }) ?? Promise.resolve([]),
    findPhones: (findSignal) =>
      adb === undefined ? Promise.resolve([]) : discoverPhones(adb.adb, { signal: findSignal }),
    ...(remote !== undefined && {
      askRemote: async (serial: string | undefined, askSignal: AbortSignal) => {
        const phone = await probeRemotePhone(remote, serial, settings, askSignal);
        remotePhones.set(phone.serial, phone);
        for (const note of phone.notes) onNote(note);
        return phone.serial;
      },
    }),
    clock: new RealHarnessClock(),
    signal,
    onOutput: (text) => appendFileSync(join(folder.logs, PHONE_LOG), text, { mode: 0o600 }),
  });
}

/** An Appium server somewhere else takes ports of its own machine. */
function portsOf({ serial }: TargetPhone, leases: readonly Lease[], { target }: Settings) {
  return target === 'remote' ? undefined : leases.find((lease) => lease.serial === serial)?.ports;
}

/** Phones that no adb at hand reaches are somebody else's to lease. */
async function lease(
  phones: readonly TargetPhone[],
  { settings, runId, adb, signal, onNote }: ReadyPhonesOptions,
): Promise<readonly Lease[]> {
  const serials = phones.flatMap(({ serial, withoutAdb }) => (withoutAdb === true ? [] : serial));
  if (adb === undefined || serials.length === 0) return [];
  const areAny = settings.target !== 'emulated' && settings.selection.serials.length === 0;
  const atMost = Math.min(serials.length, settings.phoneCount ?? Infinity);
  let notedMs: number | undefined;
  return leasePhones({
    ...adb,
    settings,
    runId,
    serials,
    atLeast: areAny ? 1 : atMost,
    atMost,
    clock: new RealHarnessClock(),
    signal,
    onNote,
    onWaiting(busy: readonly FoundLease[], elapsedMs, budgetMs) {
      if (notedMs !== undefined && elapsedMs - notedMs < WAITING_NOTE_MS) return;
      notedMs = elapsedMs;
      const holders = busy.map((held) => `${held.serial} (${describeHolder(held)})`).join(', ');
      const times = `${formatClock(elapsedMs)} of ${formatClock(budgetMs)}`;
      onNote(`waiting for ${holders} … ${times}`);
    },
  });
}

/** @returns those that a run can begin on. */
async function withoutUnready(
  phones: readonly TargetPhone[],
  { settings, adb, signal, onLeftOut }: ReadyPhonesOptions,
): Promise<readonly TargetPhone[]> {
  if (adb === undefined) return phones;
  const devices = await adb.adb.devices({ signal });
  const asked = phones.filter(({ withoutAdb }) => withoutAdb !== true);
  const looked = await Promise.all(
    asked.map((phone) => look(phone, devices, { settings, adb: adb.adb, signal })),
  );
  const unready = looked.filter(({ ready }) => !ready);
  const [first] = unready;
  const wereNamed = settings.target === 'emulated' || settings.selection.serials.length > 0;
  if (first !== undefined && (wereNamed || unready.length === phones.length)) assertReady(first);
  for (const { serial, missing } of unready) {
    onLeftOut(serial, `${missing?.message ?? 'it is not ready'}. ${missing?.fix ?? ''}`.trim());
  }
  return phones.filter(({ serial }) => !unready.some((phone) => phone.serial === serial));
}

function look(
  { serial, smsSerial, startedByThisRun }: TargetPhone,
  devices: readonly AdbDevice[],
  { settings, adb, signal }: { settings: Settings; adb: Adb; signal: AbortSignal },
): Promise<Readiness> {
  return quickCheck(
    adb.forPhone(serial),
    {
      device: devices.find((device) => device.serial === serial) ?? {
        serial,
        state: 'not listed',
      },
      settings,
      clock: new RealHarnessClock(),
      role: smsSerial === serial ? 'both' : 'screen',
    },
    { signal },
    { wake: !startedByThisRun },
  );
}

/** Those that the run started go with it. */
function prepare(
  phones: readonly TargetPhone[],
  { settings, runId, adb, signal, onNote: note }: ReadyPhonesOptions,
): Promise<PreparedPhone[]> {
  if (adb === undefined) return Promise.resolve([]);
  const outliving = phones.filter(
    ({ startedByThisRun, withoutAdb }) => !startedByThisRun && withoutAdb !== true,
  );
  const options = { stateDir: settings.stateDir, runId, note, signal };
  return Promise.all(
    outliving.map(({ serial }) => preparePhone(adb.adb.forPhone(serial), options)),
  );
}
