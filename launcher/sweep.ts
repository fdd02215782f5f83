import { Adb } from '../device/adb.ts';
import type { LeaseHolder } from '../device/leases/record.ts';
import type { Lease, LeaseStore } from '../device/leases/store.ts';
import { replayJournals } from '../device/settings-journal/replay.ts';
import { listForwards, removeForwards } from './forwards.ts';

/** What Appium's UiAutomator2 driver keeps running on a phone for as long as a session lasts. */
const SESSION_PACKAGES = [
  'io.appium.uiautomator2.server',
  'io.appium.uiautomator2.server.test',
] as const;
const STOP_COMMAND = SESSION_PACKAGES.map((name) => `am force-stop ${name}`).join('; ');

export interface SweepOptions {
  /** Path of the `adb` program; absent where this machine has none, and nothing can be swept. */
  adbPath: string | undefined;
  signal: AbortSignal;
  /** Told what was done, or could not be. */
  onNote(text: string): void;
}

/**
 * Clears away what killed runs left behind on phones that nobody has leased since, and sets these as they
 * were before. Each such phone is
 * leased while that is done, so no run can begin on it meanwhile. Phones of living runs, and those that
 * were never leased, are left alone.
 */
export async function sweepDeadRuns(
  store: LeaseStore,
  holder: LeaseHolder,
  options: SweepOptions & { stateDir: string },
): Promise<void> {
  const { adbPath, stateDir, signal, onNote: note } = options;
  if (adbPath === undefined) return;
  const leases = await store.takeDead(holder, signal);
  if (leases.length === 0) return;
  try {
    await Promise.all(leases.map((lease) => clearLeftBehind(lease, options)));
    const serials = leases.map(({ serial }) => serial);
    await replayJournals(new Adb({ adbPath }), serials, { stateDir, note });
  } finally {
    // One after the other: together they would only wait for each other.
    for (const lease of leases) await lease.release();
  }
}

/**
 * Clears away what killed holders of a phone that is leased now have left behind: forwards of their
 * ports, and the session on the phone. adb forgets a phone's forwards when it loses the phone, so only
 * one that still stands shows that the phone is the one that the lease was about: an emulator's serial
 * may be another's by now. What cannot be done is said and keeps no run from its phone, since a new
 * session ends an older one.
 */
export async function clearLeftBehind(
  lease: Lease,
  { adbPath, signal, onNote }: SweepOptions,
): Promise<void> {
  const { serial, leftBehind } = lease;
  if (leftBehind.length === 0 || adbPath === undefined) return;
  const ports = leftBehind.flatMap(({ system, mjpeg }) => [system, mjpeg]);
  try {
    if ((await listForwards(adbPath, ports, serial)).length > 0) {
      await new Adb({ adbPath, serial }).shell(STOP_COMMAND, { signal });
      // Last: they are what a next attempt would know it by.
      await removeForwards(adbPath, ports, serial);
      onNote(`cleared on ${serial} what a killed run had left: its session and adb forwards`);
    }
    await lease.cleared();
  } catch (error) {
    signal.throwIfAborted();
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    onNote(`what a killed run left on ${serial} could not be cleared: ${line}`);
  }
}
