import { browser } from '@wdio/globals';
import { runContext } from '../config/run-context.ts';
import { Adb } from '../device/adb.ts';

/** The phone whose screen a flow drives. */
export interface UiPhone {
  readonly serial: string;
  readonly driver: WebdriverIO.Browser;
  readonly adb: Adb;
}

/** The phone that has the number's SIM card and gets the SMS; often the same one. */
export interface SmsPhone {
  readonly serial: string;
  readonly adb: Adb;
}

export interface Phones {
  readonly ui: UiPhone;
  readonly sms: SmsPhone;
}

/** The phone of this WebDriver session, with its own SIM card in it. */
export function thePhone(): UiPhone & SmsPhone {
  const { serial } = runContext().phone;
  return { serial, driver: browser, adb: new Adb({ adbPath: Adb.find(), serial }) };
}
