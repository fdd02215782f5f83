import { SMS_TEMPLATE_CHOICES } from './sms-templates.ts';

export const SMS_ORDERS = ['sent', 'newest-first'] as const;

/** How codes are sent by SMS. How long a message is under way is the latency of `sms-delivery`. */
export interface SmsSettings {
  /** Digits of a code: 4, 6 or 8. */
  readonly digits: number;
  /** A template's id, or `auto`: by the language of the phone that asks. */
  readonly template: string;
  /** Share of messages that never arrive, 0 to 1. */
  readonly loss: number;
  /** How often each message arrives. */
  readonly copies: number;
  /**
   * `sent`: each by its own delay. `newest-first`: the first message to a number is held back until
   * another one to it has arrived, and comes right after that one.
   */
  readonly order: (typeof SMS_ORDERS)[number];
  /** How long after a code no other is sent to its number, and what apps count down. */
  readonly resendAfterSeconds: number;
  /** How long after it was sent a code is still taken. */
  readonly validForSeconds: number;
}

export const DEFAULT_SMS_SETTINGS: SmsSettings = {
  digits: 6,
  template: 'auto',
  loss: 0,
  copies: 1,
  order: 'sent',
  resendAfterSeconds: 60,
  validForSeconds: 5 * 60,
};

/** Names on the command line, where they are not those of the settings. */
const OPTION_NAMES: ReadonlyMap<string, keyof SmsSettings> = new Map([
  ['resend-after', 'resendAfterSeconds'],
  ['valid-for', 'validForSeconds'],
]);

const LONGEST_SECONDS = 3600;

interface Rule {
  readonly isNumber: boolean;
  readonly expected: string;
  holds(value: unknown): boolean;
}

const wholeNumber = (from: number, to: number): Rule => ({
  isNumber: true,
  expected: `a whole number from ${from} to ${to}`,
  holds: (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to,
});

const oneOf = (values: readonly (string | number)[]): Rule => ({
  isNumber: values.every((value) => typeof value === 'number'),
  expected: values.join(', '),
  holds: (value) => values.includes(value as string),
});

const RULES: Readonly<Record<keyof SmsSettings, Rule>> = {
  digits: oneOf([4, 6, 8]),
  template: oneOf(SMS_TEMPLATE_CHOICES),
  loss: {
    isNumber: true,
    expected: '0 to 1',
    holds: (value) => (value as number) >= 0 && (value as number) <= 1,
  },
  copies: wholeNumber(1, 10),
  order: oneOf(SMS_ORDERS),
  resendAfterSeconds: wholeNumber(0, LONGEST_SECONDS),
  validForSeconds: wholeNumber(1, LONGEST_SECONDS),
};

/**
 * Takes settings from outside (JSON); those left out are left as they are.
 * @throws RangeError saying which setting is wrong and what it may be
 */
export function checkSmsSettings(value: Readonly<Record<string, unknown>>): Partial<SmsSettings> {
  for (const [name, given] of Object.entries(value)) {
    const rule = ruleOf(name);
    if (rule.isNumber !== (typeof given === 'number') || !rule.holds(given)) {
      throw new RangeError(`sms: ${name} is ${JSON.stringify(given)}, expected ${rule.expected}`);
    }
  }
  return value;
}

/**
 * Reads one setting: `digits=4`, `template=zh-CN`, `loss=0.5`, `copies=2`, `order=newest-first`,
 * `resend-after=30`, `valid-for=10`.
 * @throws RangeError saying what is wrong with the text
 */
export function parseSmsSetting(text: string): Partial<SmsSettings> {
  const match = /^\s*([a-z-]+)=(\S+)\s*$/.exec(text);
  if (!match) {
    throw new RangeError(`sms '${text}' is malformed: expected NAME=VALUE, e.g. digits=4`);
  }
  const [, option = '', value = ''] = match;
  const name = OPTION_NAMES.get(option) ?? option;
  const isNumber = ruleOf(name).isNumber && /^\d+(?:\.\d+)?$/.test(value);
  return checkSmsSettings({ [name]: isNumber ? Number(value) : value });
}

function ruleOf(name: string): Rule {
  if (!Object.hasOwn(RULES, name)) {
    throw new RangeError(`sms: ${name} is not known, expected ${Object.keys(RULES).join(', ')}`);
  }
  return RULES[name as keyof SmsSettings];
}
