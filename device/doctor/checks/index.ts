import type { PhoneCheck } from '../facts.ts';
import { signedOut } from './account.ts';
import { clock } from './clock.ts';
import { installViaUsb, usbDebuggingSecurity } from './gates.ts';
import { helpers, helpersAutostart, helpersBattery } from './helpers.ts';
import { network } from './network.ts';
import { animations, awake, stayAwake, unlocked } from './screen.ts';
import { freeNetworkSms, sim, smsReadable } from './sms.ts';
import { battery, powerSaver, storage } from './supplies.ts';
import { androidVersion, language } from './system.ts';

/** What is asked of a phone that adb reaches. The order is that of `PHONE_CHECKS`. */
export const ASKING_CHECKS: readonly PhoneCheck[] = [
  androidVersion,
  awake,
  unlocked,
  usbDebuggingSecurity,
  installViaUsb,
  helpers,
  helpersBattery,
  helpersAutostart,
  language,
  sim,
  smsReadable,
  freeNetworkSms,
  signedOut,
  network,
  clock,
  battery,
  powerSaver,
  storage,
  stayAwake,
  animations,
];
