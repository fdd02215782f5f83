import type { HarnessClock } from '../config/clock.ts';
import type { PhoneAccount } from './accounts.ts';
import type { CallOptions } from './adb.ts';
import type { PhoneClock } from './clock.ts';
import type { SmsReading, SmsReadingParts } from './sms/sources.ts';

/**
 * What flows and reports need of a phone beside its screen. It is asked over adb, or, where no adb at
 * hand reaches the phone, through the commands of the WebDriver session's own driver.
 */
export interface PhoneBridge {
  readonly serial: string;

  /**
   * How far the phone's clock is from the harness's.
   * @throws {BridgeError} when the phone's answer is no time. @throws {PhoneLostError}
   */
  clock(clock: HarnessClock, call?: CallOptions): Promise<PhoneClock>;

  /**
   * Where its SMS are read, of the sources that the settings name, and the SIM to heed.
   * @throws {PhoneLostError}
   */
  sms(settings: SmsReadingParts['settings'], call?: CallOptions): Promise<SmsReading>;

  /**
   * The accounts of its account manager; `undefined` when there is no way to ask for them, and only the
   * row in Settings shows one.
   * @throws {BridgeError} when the answer is no list. @throws {PhoneLostError}
   */
  accounts(call?: CallOptions): Promise<readonly PhoneAccount[] | undefined>;

  /** @throws {PhoneLostError} when it is gone, or cannot be asked any more. */
  assertReachable(call?: CallOptions): Promise<void>;

  /**
   * Its local time in the form that its log has, `MM-DD hh:mm:ss.mmm`.
   * @throws {PhoneTimeError}
   */
  logTime(call?: CallOptions): Promise<string>;

  /** Its log since that time, as `logcat -v threadtime` prints it. */
  logSince(time: string, call?: CallOptions): Promise<string>;
}
