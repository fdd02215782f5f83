import type { HarnessClock } from '../../config/clock.ts';
import type { CallOptions } from '../adb.ts';
import type { PhoneBridge } from '../bridge.ts';
import { phoneClockBy, type PhoneClock } from '../clock.ts';
import type { SmsReading, SmsReadingParts } from '../sms/sources.ts';
import { driverCodeSources } from '../sms/driver-sources.ts';
import { driverLogSince } from './log.ts';
import type { DriverSession } from './session.ts';
import { driverTime } from './time.ts';

/** A phone that is reached through its WebDriver session only. */
export class DriverBridge implements PhoneBridge {
  readonly #session: DriverSession;

  constructor(session: DriverSession) {
    this.#session = session;
  }

  get serial(): string {
    return this.#session.serial;
  }

  clock(clock: HarnessClock, call: CallOptions = {}): Promise<PhoneClock> {
    return phoneClockBy(clock, () => driverTime(this.#session, call));
  }

  sms(settings: SmsReadingParts['settings']): Promise<SmsReading> {
    return Promise.resolve(driverCodeSources(this.#session, settings));
  }

  /** The driver has no command for it. */
  accounts(): ReturnType<PhoneBridge['accounts']> {
    return Promise.resolve(undefined);
  }

  async assertReachable(call: CallOptions = {}): Promise<void> {
    await driverTime(this.#session, call);
  }

  async logTime(call: CallOptions = {}): Promise<string> {
    return (await driverTime(this.#session, call)).inLog;
  }

  logSince(time: string, call: CallOptions = {}): Promise<string> {
    return driverLogSince(this.#session, time, call);
  }
}
