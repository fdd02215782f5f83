import { inspect } from 'node:util';
import { parseClockOffsetMs } from './clock-offset.ts';
import { isKillHelpers, KILL_HELPERS_VALUES } from './kill-helpers.ts';
import { isSmsAutofill, SMS_AUTOFILL_VALUES } from './sms-autofill.ts';
import { parseStorageSizeKib } from './storage-size.ts';

/** One of Xiaomi's gates: a thing the phone allows or refuses, and how it can stand. */
export interface GateSpec {
  /** On the command line (`--adb-input off`) and in the admin API. */
  readonly name: string;
  /** What it can be set to: words, or a form that `accepts` checks. */
  readonly values: readonly string[];
  readonly accepts?: (value: string) => boolean;
  readonly default: string;
  /** What the other values do, in one sentence. */
  readonly help: string;
}

const ON_OFF = ['on', 'off'] as const;
const ALLOWED_DENIED = ['allowed', 'denied'] as const;

/**
 * Every gate. The command line's options and help, the admin API and the table in
 * emulator/README.md are made of this.
 */
export const GATES = [
  {
    name: 'adb-input',
    values: ON_OFF,
    default: 'on',
    help: 'USB debugging (Security settings); off refuses adb and UiAutomator2 input, settings, grants',
  },
  {
    name: 'usb-install',
    values: ['allow', 'ask', 'deny'],
    default: 'allow',
    help: 'Install via USB; ask shows its dialog at every install, which denies by itself',
  },
  {
    name: 'free-sms',
    values: ON_OFF,
    default: 'off',
    help: 'MIUI free network SMS; on keeps messages out of the SMS provider, the notification stays',
  },
  {
    name: 'notification-sms',
    values: ALLOWED_DENIED,
    default: 'allowed',
    help: 'the permission beside READ_SMS; denied hides messages of services from who reads SMS',
  },
  {
    name: 'notification-codes',
    values: ['shown', 'hidden'],
    default: 'shown',
    help: 'hidden keeps the text of a notification with a code from apps, as Android 15 does by itself; adb sees it',
  },
  {
    name: 'sms-provider',
    values: ['ok', 'denied'],
    default: 'ok',
    help: 'denied makes content://sms throw',
  },
  {
    name: 'sms-autofill',
    values: SMS_AUTOFILL_VALUES,
    accepts: isSmsAutofill,
    default: 'off',
    help: 'on lets the account app read the message with its code and fill that in at once, TIME so long after (300ms, 2s)',
  },
  {
    name: 'kill-helpers',
    values: KILL_HELPERS_VALUES,
    accepts: isKillHelpers,
    default: 'off',
    help: "how long the ROM lets Appium's helpers live; TIME is 0, or up to 999999s or ms, as in 30s",
  },
  {
    name: 'autostart',
    values: ALLOWED_DENIED,
    default: 'allowed',
    help: "MIUI's Autostart of installed apps; denied starts none of them in the background",
  },
  {
    name: 'secure',
    values: ON_OFF,
    default: 'off',
    help: 'FLAG_SECURE on the account pages, as release builds have it',
  },
  {
    name: 'background-popups',
    values: ALLOWED_DENIED,
    default: 'allowed',
    help: 'Display pop-up windows while running in background; denied opens no screen from there',
  },
  {
    name: 'lock-screen',
    values: ['none', 'swipe', 'oem'],
    default: 'none',
    help: 'swipe goes by wm dismiss-keyguard; oem wants a PIN that is touched, 2580',
  },
  {
    name: 'adb-auth',
    values: ['authorized', 'unauthorized', 'offline'],
    default: 'authorized',
    help: 'how adb finds the phone; unauthorized asks on the screen',
  },
  {
    name: 'sim',
    values: ['ready', 'locked', 'absent'],
    default: 'ready',
    help: 'the SIM cards; locked wants their PIN, and without them the network keeps the messages',
  },
  {
    name: 'internet',
    values: ['reachable', 'none'],
    default: 'reachable',
    help: 'what is behind Wi-Fi and mobile data; none is a network that leads nowhere',
  },
  {
    name: 'clock',
    values: ['TIME', '-TIME'],
    accepts: (text) => parseClockOffsetMs(text) !== undefined,
    default: '0',
    help: 'how far the clock is ahead, or behind (--clock=-90s), with automatic time off; TIME as above',
  },
  {
    name: 'free-storage',
    values: ['SIZE'],
    accepts: (text) => parseStorageSizeKib(text) !== undefined,
    default: '200GB',
    help: 'what is left of 222GB; SIZE is up to six digits and KB, MB or GB; below 500MB nothing is installed and no message is taken',
  },
] as const satisfies readonly GateSpec[];

export type GateName = (typeof GATES)[number]['name'];
export type GateValues = Readonly<Record<GateName, string>>;

/** What all gates stand at unless told otherwise. */
export const GATE_DEFAULTS = Object.fromEntries(
  GATES.map((gate) => [gate.name, gate.default]),
) as GateValues;

/** @throws RangeError naming the gate and those there are. */
export function findGate(name: string): GateSpec & { readonly name: GateName } {
  const gate = GATES.find((candidate) => candidate.name === name);
  if (!gate) {
    const known = GATES.map((candidate) => candidate.name).join(', ');
    throw new RangeError(`no gate '${name}'; there are ${known}`);
  }
  return gate;
}

/** @throws RangeError naming the value and what is expected, not the gate. */
export function checkGateValue(gate: GateSpec, value: unknown): string {
  const accepts = gate.accepts ?? ((text: string) => gate.values.includes(text));
  if (typeof value === 'string' && accepts(value)) return value;
  throw new RangeError(`${inspect(value)} is not one of ${gate.values.join(', ')}`);
}
