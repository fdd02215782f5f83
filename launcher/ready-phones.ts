import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../config/clock.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import { targetNamed } from '../config/targets/index.ts';
import type { OpenTarget, TargetPhone } from '../config/targets/target.ts';
import { moreAbout } from '../config/troubleshooting.ts';
import type { Adb } from '../device/adb.ts';
import { discoverPhones } from '../device/discovery/discover.ts';
import type { Lease } from '../device/leases/store.ts';
import { LanguageNotSetError } from '../device/errors.ts';
import { textsNote } from '../device/language.ts';
import { preparePhone, type PreparedPhone } from '../device/settings-journal/prepare.ts';
import { leasesOf, outliving, takeFitPhones } from './fit-phones.ts';
import { releasePhones } from './lease-phones.ts';
import { openPhone, type OpenPhone } from './open-phone.ts';
import { probeRemotePhone, type RemotePhone } from './remote/probe.ts';
import type { RunFolder } from './run-folder.ts';

/** What phones that the run started print. */
export const PHONE_LOG = 'phone.log';

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
    const remoteLeases: Lease[] = [];
    let target: OpenTarget | undefined;
    let leases: readonly Lease[] = [];
    let prepared: readonly PreparedPhone[] = [];
    try {
      target = await openTarget(options, remotePhones, remoteLeases);
      for (const { serial, reason, remedy, trouble } of target.leftOut) {
        options.onLeftOut(serial, `${reason}. ${remedy}${moreAbout(trouble)}`);
      }
      const fit = await takeFitPhones(target.phones, options);
      leases = fit.leases;
      const phones = await Promise.all(
        fit.phones.map((phone) =>
          openPhone(phone, portsOf(phone, leases, options.settings), {
            settings: options.settings,
            adb: options.adb?.adb,
            remote: remotePhones.get(phone.serial),
            signal: options.signal,
          }),
        ),
      );
      assertLanguageCanBeSet(phones, options.settings);
      await options.mayBegin(phones);
      prepared = await prepare(fit.phones, options);
      for (const {
        phone,
        target: { startedByThisRun },
      } of phones) {
        if (!startedByThisRun) phone.locale = options.settings.language ?? phone.locale;
        options.onPhone(phone);
        const note = textsNote(phone.serial, phone.locale);
        if (note !== undefined) options.onNote(note);
      }
      return new ReadyPhones(target, phones, [...leases, ...remoteLeases], prepared);
    } catch (error) {
      await closeAll(target, [...leases, ...remoteLeases], prepared);
      throw error;
    }
  }

  /**
   * Puts back what was changed on the phones, stops what was started, and gives the phones back. To be
   * called after the last session's end.
   */
  async restoreAndClose(): Promise<void> {
    await closeAll(this.target, this.#leases, this.#prepared);
  }
}

/** @throws {LanguageNotSetError} of a phone that no adb at hand reaches: only a person can set it. */
function assertLanguageCanBeSet(phones: readonly OpenPhone[], { language }: Settings): void {
  const without = phones.find(({ phone }) => phone.withoutAdb === true);
  if (language === undefined || without === undefined) return;
  throw new LanguageNotSetError('MI_LANGUAGE needs adb, and no adb at hand reaches the phone.', {
    phone: without.phone.serial,
    expected: 'a phone that adb on this machine lists',
    seen: 'a phone of an Appium server elsewhere',
    remedy: 'Leave MI_LANGUAGE out, and choose the language on the phone.',
    trouble: 'language',
  });
}

/** Each of the three is done whatever becomes of the others. */
async function closeAll(
  target: OpenTarget | undefined,
  leases: readonly Lease[],
  prepared: readonly PreparedPhone[],
): Promise<void> {
  try {
    await Promise.all(prepared.map((phone) => phone.restore()));
  } finally {
    try {
      await target?.stop();
    } finally {
      await releasePhones(leases);
    }
  }
}

/** @param remoteLeases get those of phones that no adb at hand reaches, as they are taken. */
function openTarget(
  options: ReadyPhonesOptions,
  remotePhones: Map<string, RemotePhone>,
  remoteLeases: Lease[],
): Promise<OpenTarget> {
  const { settings, adb, folder, signal, onNote } = options;
  const { remote } = settings;
  return targetNamed(settings.target).open({
    settings,
    listPhones: (listSignal) => adb?.adb.devices({ signal: listSignal }) ?? Promise.resolve([]),
    findPhones: (findSignal) =>
      adb === undefined ? Promise.resolve([]) : discoverPhones(adb.adb, { signal: findSignal }),
    ...(remote !== undefined && {
      askRemote: async (serial: string | undefined, askSignal: AbortSignal) => {
        const lease = async (name: string) => {
          remoteLeases.push(...(await leasesOf([remoteName(remote.url, name)], options)));
        };
        // A session would end the one that another run has on the phone.
        if (serial !== undefined) await lease(serial);
        const phone = await probeRemotePhone(remote, serial, settings, askSignal);
        if (serial === undefined) await lease(phone.serial);
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

/** A phone of an Appium server elsewhere, among the names of leases. */
function remoteName({ host }: URL, serial: string): string {
  return `${host}/${serial}`;
}

/** All of them, or none: what was changed on the others is put back then. */
async function prepare(
  phones: readonly TargetPhone[],
  { settings, runId, adb, signal, onNote: note }: ReadyPhonesOptions,
): Promise<readonly PreparedPhone[]> {
  if (adb === undefined) return [];
  const { stateDir, language } = settings;
  const options = { stateDir, runId, language, note, signal };
  const preparing = await Promise.allSettled(
    outliving(phones).map(({ serial }) => preparePhone(adb.adb.forPhone(serial), options)),
  );
  const prepared = preparing.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const failed = preparing.find((one) => one.status === 'rejected');
  if (failed === undefined) return prepared;
  await Promise.all(prepared.map((phone) => phone.restore()));
  throw failed.reason;
}
