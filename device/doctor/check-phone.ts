import type { HarnessClock } from '../../config/clock.ts';
import type { Settings } from '../../config/settings.ts';
import type { Adb, CallOptions } from '../adb.ts';
import type { AdbDevice } from '../device-list.ts';
import type { CheckResult } from './result.ts';

/** The versions of Appium's helpers that a session start wants on the phone. */
export interface HelperVersions {
  /** Of `io.appium.settings`. */
  readonly settings: string;
  /** Of `io.appium.uiautomator2.server`. */
  readonly server: string;
}

/** What a check needs to know beside what the phone answers. */
export interface CheckContext {
  /** As `adb devices` lists the phone. */
  readonly device: AdbDevice;
  readonly settings: Pick<Settings, 'sms'>;
  readonly clock: HarnessClock;
  /** Unset: those of an Appium server elsewhere, which nobody knows here. */
  readonly helpers?: HelperVersions | undefined;
  /** Whether this phone gets the SMS of its own sign-up; another one may. */
  readonly getsSms?: boolean;
}

/**
 * Makes every check of a phone, in the order of `PHONE_CHECKS`; those that need an answer are left out
 * when the phone cannot be asked.
 * @param adb asks this phone.
 */
export function checkPhone(
  adb: Adb,
  context: CheckContext,
  call: CallOptions = {},
): Promise<CheckResult[]> {
  void [adb, context, call];
  return Promise.resolve([]);
}
