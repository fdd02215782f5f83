import { RealHarnessClock } from '../config/clock.ts';
import type { TargetPhone } from '../config/targets/target.ts';
import { assertReady } from '../device/doctor/quick.ts';
import type { Lease } from '../device/leases/store.ts';
import { replayJournals } from '../device/settings-journal/replay.ts';
import { leasePhones, releasePhones, type LeasingOptions } from './lease-phones.ts';
import { lookOver, reasonOf, type LookedOver } from './look-over.ts';
import type { ReadyPhonesOptions } from './ready-phones.ts';

/** The phones that a run begins on. */
export interface FitPhones {
  /** At least one. */
  readonly phones: readonly TargetPhone[];
  /** Of those that adb at hand reaches. */
  readonly leases: readonly Lease[];
}

type FitOptions = Omit<ReadyPhonesOptions, 'folder' | 'mayBegin' | 'onPhone'>;
type AdbOptions = FitOptions & { adb: NonNullable<FitOptions['adb']> };

/**
 * Leases phones, sets them as they were before a killed run, looks them over and wakes them. Where any
 * will do, one that a run is hopeless on is left out and given back, and another is taken instead; of
 * phones that were named, or started by the run, each has to be fit.
 * @throws {PhoneLeasedError}, {PhoneNotReadyError}
 */
export async function takeFitPhones(
  candidates: readonly TargetPhone[],
  options: FitOptions,
): Promise<FitPhones> {
  const { adb } = options;
  // Phones that no adb at hand reaches are somebody else's to lease, and cannot be looked at.
  const reached = candidates.filter(({ withoutAdb }) => withoutAdb !== true);
  if (adb === undefined || reached.length === 0) return { phones: candidates, leases: [] };
  const leases: Lease[] = [];
  try {
    const fit = await takeFit(reached, leases, { ...options, adb });
    const isUsed = (phone: TargetPhone) => phone.withoutAdb === true || fit.includes(phone);
    return { phones: candidates.filter(isUsed), leases };
  } catch (error) {
    await releasePhones(leases);
    throw error;
  }
}

/** @param leases of what is taken, which come to be in it. */
async function takeFit(
  candidates: readonly TargetPhone[],
  leases: Lease[],
  options: AdbOptions,
): Promise<readonly TargetPhone[]> {
  const { settings, adb, signal, onLeftOut } = options;
  const willAnyDo = settings.target !== 'emulated' && settings.selection.serials.length === 0;
  const wanted = Math.min(candidates.length, settings.phoneCount ?? Infinity);
  const fit: TargetPhone[] = [];
  const unfit: LookedOver[] = [];
  let left = candidates;
  while (fit.length < wanted && left.length > 0) {
    const atMost = Math.min(wanted - fit.length, left.length);
    // Where any will do, who has one waits for no further one.
    const anyAtLeast = fit.length > 0 ? 0 : 1;
    const taken = await leasesOf(
      left.map(({ serial }) => serial),
      options,
      { atLeast: willAnyDo ? anyAtLeast : atMost, atMost },
    );
    if (taken.length === 0) break;
    leases.push(...taken);
    const isTaken = ({ serial }: TargetPhone) => taken.some((one) => one.serial === serial);
    const chosen = left.filter(isTaken);
    left = left.filter((phone) => !isTaken(phone));
    await putBackWhatIsLeft(chosen, options);
    for (const looked of await lookOver(chosen, { settings, adb: adb.adb, signal })) {
      if (looked.unready === undefined) fit.push(looked.phone);
      else if (willAnyDo) unfit.push(looked);
      else assertReady(looked.unready);
    }
    await giveBack(leases, unfit);
  }
  const [first] = unfit;
  if (first?.unready !== undefined && fit.length === 0) assertReady(first.unready);
  for (const looked of unfit) onLeftOut(looked.phone.serial, reasonOf(looked));
  return fit;
}

/** Another run may have those that this one does not use. */
async function giveBack(leases: Lease[], unfit: readonly LookedOver[]): Promise<void> {
  for (const { phone } of unfit) {
    const at = leases.findIndex(({ serial }) => serial === phone.serial);
    if (at >= 0) await releasePhones(leases.splice(at, 1));
  }
}

/** @param howMany default: all of them, or none. */
export function leasesOf(
  serials: readonly string[],
  { settings, runId, adb, signal, onNote }: FitOptions,
  howMany: Pick<LeasingOptions, 'atLeast' | 'atMost'> = {},
): Promise<readonly Lease[]> {
  return leasePhones({
    ...{ settings, runId, serials, signal, onNote },
    ...howMany,
    adbPath: adb?.adbPath,
    clock: new RealHarnessClock(),
  });
}

/** Those that the run did not start itself: what it changes of them, a later one finds. */
export function outliving(phones: readonly TargetPhone[]): readonly TargetPhone[] {
  return phones.filter(
    ({ startedByThisRun, withoutAdb }) => !startedByThisRun && withoutAdb !== true,
  );
}

/** Also of those that turn out not to be fit for a run. */
async function putBackWhatIsLeft(
  phones: readonly TargetPhone[],
  { settings, adb, onNote: note }: AdbOptions,
): Promise<void> {
  const serials = outliving(phones).map(({ serial }) => serial);
  await replayJournals(adb.adb, serials, { stateDir: settings.stateDir, note });
}
