import { browser } from '@wdio/globals';
import { runContext } from '../config/run-context.ts';
import type { PhoneBridge } from '../device/bridge.ts';
import { openBridge } from '../device/open-bridge.ts';

/** The phone whose screen a flow drives. */
export interface UiPhone {
  readonly serial: string;
  readonly driver: WebdriverIO.Browser;
  /** What it is asked beside its screen. */
  readonly bridge: PhoneBridge;
}

/** The phone that has the number's SIM card and gets the SMS; often the same one. */
export interface SmsPhone {
  readonly serial: string;
  readonly bridge: PhoneBridge;
}

export interface Phones {
  readonly ui: UiPhone;
  readonly sms: SmsPhone;
}

/** The phone of this WebDriver session. */
export function thePhone(): UiPhone & SmsPhone {
  const { phone } = runContext();
  return { serial: phone.serial, driver: browser, bridge: openBridge(phone, browser) };
}

/** The phone that gets the SMS of the number that this run's phone signs up with. */
export function smsPhone(): SmsPhone {
  const { phone, smsSerial } = runContext();
  if (smsSerial === phone.serial) return thePhone();
  const withoutAdb = false;
  return { serial: smsSerial, bridge: openBridge({ serial: smsSerial, withoutAdb }, browser) };
}
