import type { HarnessClock } from '../config/clock.ts';
import { listAccounts, type PhoneAccount } from './accounts.ts';
import type { Adb, CallOptions } from './adb.ts';
import type { PhoneBridge } from './bridge.ts';
import { measurePhoneClock, type PhoneClock } from './clock.ts';
import { phoneLogSince, phoneLogTime } from './phone-log.ts';
import { codeSources, type SmsReading, type SmsReadingParts } from './sms/sources.ts';

/** A phone that adb reaches. */
export class AdbBridge implements PhoneBridge {
  readonly serial: string;
  readonly #adb: Adb;

  /** @param adb with the serial of the phone. */
  constructor(adb: Adb) {
    if (adb.serial === undefined) throw new Error('A bridge needs the serial of its phone.');
    this.serial = adb.serial;
    this.#adb = adb;
  }

  clock(clock: HarnessClock, { signal }: CallOptions = {}): Promise<PhoneClock> {
    return measurePhoneClock(this.#adb, clock, signal);
  }

  sms(settings: SmsReadingParts['settings'], call: CallOptions = {}): Promise<SmsReading> {
    return codeSources({ adb: this.#adb, settings }, call);
  }

  accounts(call: CallOptions = {}): Promise<PhoneAccount[]> {
    return listAccounts(this.#adb, call);
  }

  async assertReachable(call: CallOptions = {}): Promise<void> {
    await this.#adb.shell('true', call);
  }

  logTime(call: CallOptions = {}): Promise<string> {
    return phoneLogTime(this.#adb, call);
  }

  logSince(time: string, call: CallOptions = {}): Promise<string> {
    return phoneLogSince(this.#adb, time, call);
  }
}
