import { z } from 'zod';
import { parseDuration } from './duration.ts';
import { NOTIFY_TARGET_EXPECTED, parseNotifyTarget, type NotifyTarget } from './notify-target.ts';
import { numberFlaw, toE164 } from './phone-number.ts';
import { phoneSelection } from './phone-selection.ts';
import type { StepName } from './steps.ts';
import { SMS_SOURCES, type SmsSourceName } from './sms-sources.ts';
import { splitWords } from './words.ts';

/**
 * Every `MI_*` variable. Values come as text; an empty one counts as unset. An `error` completes
 * "expected …" and says what the value has to look like.
 */

const MIN_DURATION_MS = 100;
const MAX_DURATION_MS = 3_600_000;

function duration() {
  return z.string().transform((text, context): number => {
    const ms = parseDuration(text);
    if (ms === undefined || ms < MIN_DURATION_MS || ms > MAX_DURATION_MS) {
      context.addIssue('a duration from 100ms to 1h, such as 5m, 90s or 1500ms');
      return z.NEVER;
    }
    return ms;
  });
}

function portNumber(expected: string, accepts: (port: number) => boolean) {
  return z.string().transform((text, context): number => {
    const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (!(port >= 1024 && port <= 65_535 && accepts(port))) {
      context.addIssue(expected);
      return z.NEVER;
    }
    return port;
  });
}

function wholeNumber(from: number, to: number) {
  return z.string().transform((text, context): number => {
    const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= from && value <= to)) {
      context.addIssue(`a whole number from ${from} to ${to}`);
      return z.NEVER;
    }
    return value;
  });
}

function isSmsSource(name: string): name is SmsSourceName {
  return SMS_SOURCES.some((source) => source === name);
}

const smsSources = z.string().transform((text, context): SmsSourceName[] => {
  const names = text.split(',').map((name) => name.trim());
  const known = names.filter(isSmsSource);
  if (known.length !== names.length || new Set(names).size !== names.length) {
    context.addIssue(`some of ${SMS_SOURCES.join(', ')}, separated by commas, each once`);
    return z.NEVER;
  }
  return known;
});

const profiles = z.string().transform((text, context): string[] => {
  const ids = text.split(',').map((id) => id.trim());
  const malformed = ids.some((id) => !/^[a-z0-9][a-z0-9._-]*(@[A-Za-z0-9-]+)?$/.test(id));
  if (malformed || new Set(ids).size !== ids.length) {
    context.addIssue(
      "ids of xiaomi-phone's profiles, such as xiaomi-13 or xiaomi-13@ru, separated by commas, each once",
    );
    return z.NEVER;
  }
  return ids;
});

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const languageTag = z.string().regex(LANGUAGE_TAG, {
  error: 'a language as BCP 47 writes it, such as en, zh-CN or ru',
});

const languageTags = z.string().transform((text, context): string[] => {
  const tags = text.split(',').map((tag) => tag.trim());
  if (tags.some((tag) => !LANGUAGE_TAG.test(tag)) || new Set(tags).size !== tags.length) {
    context.addIssue(
      "the profile's languages as BCP 47 writes them, such as en, zh-CN or ru, separated by commas, each once",
    );
    return z.NEVER;
  }
  return tags;
});

const phoneNumber = z.string().transform((text, context): string => {
  const e164 = toE164(text);
  if (e164 === undefined) {
    // An example in full would be masked in every report.
    context.addIssue(
      `a subscriber's number with + and its country code first (+1 …, +49 …)${numberFlaw(text)}`,
    );
    return z.NEVER;
  }
  return e164;
});

const httpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error:
      'the address of an Appium server, such as http://192.0.2.7:4723 or https://user:key@hub.example/wd/hub',
  });

/** A name without a prefix is WebDriver's own; the phone is named by MI_PHONES. */
const CAPABILITY = /^(?:platformName|browserName|browserVersion|timeouts|[^:]+:.+)$/;
const NOT_CAPABILITIES = /^(?:appium:udid$|wdio:)/;

const capabilities = z.string().transform((text, context): Readonly<Record<string, unknown>> => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = undefined;
  }
  const names = typeof given === 'object' && given !== null ? Object.keys(given) : [];
  const isUsable = names.every((name) => CAPABILITY.test(name) && !NOT_CAPABILITIES.test(name));
  if (names.length === 0 || Array.isArray(given) || !isUsable) {
    context.addIssue(
      'a JSON object of capabilities with their prefix, such as {"appium:platformVersion": "15"}, other than appium:udid, which MI_PHONES is for',
    );
    return z.NEVER;
  }
  return given as Record<string, unknown>;
});

const options = z.string().transform((text, context): string[] => {
  const words = splitWords(text);
  if (words === undefined) {
    context.addIssue('options as on a command line, with every quote closed');
    return z.NEVER;
  }
  return words;
});

const notifyTarget = z.string().transform((text, context): NotifyTarget => {
  const target = parseNotifyTarget(text);
  if (target === undefined) {
    context.addIssue(NOTIFY_TARGET_EXPECTED);
    return z.NEVER;
  }
  return target;
});

const latency = z.string().refine(
  (text) => {
    const [, lognormal, spread = ''] = /^(lognormal:)?(.*)$/s.exec(text) ?? [];
    const bounds = spread.split('..').map(parseDuration);
    const [from, to = from] = bounds;
    if (bounds.length > 2 || from === undefined || to === undefined) return false;
    return lognormal === undefined ? from <= to : from > 0 && from < to;
  },
  {
    error:
      'a duration such as 0, 1s or 500ms, a range such as 500ms..2s, or lognormal:1s..8s (median and 95th percentile)',
  },
);

export const VariablesSchema = z.object({
  MI_TARGET: z
    .enum(['emulated', 'devices', 'remote'], { error: 'one of emulated, devices, remote' })
    .default('emulated'),
  MI_PHONE_NUMBER: phoneNumber.optional(),
  MI_PHONES: phoneSelection.optional(),
  MI_PHONE_COUNT: wholeNumber(1, 64).optional(),
  MI_DISTRIBUTION: z.enum(['every', 'share'], { error: 'one of every, share' }).default('every'),
  MI_AT_ONCE: wholeNumber(1, 64).optional(),
  MI_SPECS_PER_WORKER: wholeNumber(1, 100).default(1),
  MI_INVENTORY: z.string().optional(),
  MI_LEASE_WAIT: duration().default(parseDuration('10m') as number),
  MI_ENVIRONMENT: z.enum(['live', 'staging'], { error: 'one of live, staging' }).default('live'),
  MI_PICTURE_CODE: z.enum(['ask', 'ocr'], { error: 'one of ask, ocr' }).optional(),
  MI_ALLOW_LIVE_SIGNUP: z.enum(['yes', 'no'], { error: 'one of yes, no' }).default('no'),
  MI_ACCOUNT_PASSWORD: z.string().optional(),
  MI_AFTER_SIGN_UP: z
    .enum(['sign-out', 'stay'], { error: 'one of sign-out, stay' })
    .default('sign-out'),
  MI_STEP_BUDGET: duration().default(parseDuration('5m') as number),
  MI_STEP_BUDGET_SETTINGS: duration().optional(),
  MI_STEP_BUDGET_PHONE_NUMBER: duration().optional(),
  MI_STEP_BUDGET_SMS_CODE: duration().optional(),
  MI_STEP_BUDGET_PICTURE_CODE: duration().optional(),
  MI_STEP_BUDGET_CLOUD_AGREEMENT: duration().optional(),
  MI_STEP_BUDGET_ACCOUNT: duration().optional(),
  MI_STEP_BUDGET_CLOUD_SYNC: duration().optional(),
  MI_STEP_BUDGET_SIGN_OUT: duration().optional(),
  MI_LANGUAGE: languageTag.optional(),
  MI_SMS_SOURCES: smsSources.default([...SMS_SOURCES]),
  MI_SIM_SLOT: wholeNumber(1, 4).optional(),
  MI_SMS_RESENDS: wholeNumber(0, 5).default(1),
  MI_SMS_RESEND_AFTER: duration().default(parseDuration('5m') as number),
  MI_OCR_PICTURES: wholeNumber(1, 20).default(5),
  MI_OCR_FALLBACK: z.enum(['ask', 'fail'], { error: 'one of ask, fail' }).default('fail'),
  MI_WATCH: z.enum(['yes', 'no'], { error: 'one of yes, no' }).default('no'),
  MI_OPERATOR_PORT: portNumber('a port from 1024 to 65535', () => true).optional(),
  MI_EVIDENCE: z
    .enum(['failing', 'all', 'none'], { error: 'one of failing, all, none' })
    .default('failing'),
  MI_NOTIFY: notifyTarget.optional(),
  MI_STATE_DIR: z.string().optional(),
  MI_APPIUM_PORT: portNumber('a port from 1024 to 65535', () => true).optional(),
  MI_APPIUM_URL: httpUrl.optional(),
  MI_CAPABILITIES: capabilities.default({}),
  MI_EMULATOR_PORT: portNumber(
    'an even console port from 1024 to 65534, such as 5554; adb gets the next one',
    (port) => port % 2 === 0,
  ).optional(),
  MI_EMULATOR_LATENCY: latency.default('1s'),
  MI_EMULATOR_PROFILE: profiles.optional(),
  MI_EMULATOR_LANGUAGE: languageTags.optional(),
  MI_EMULATOR_OPTIONS: options.default([]),
});

export type Variables = z.infer<typeof VariablesSchema>;
export type VariableName = keyof Variables;
export const VARIABLE_NAMES = Object.keys(VariablesSchema.shape) as VariableName[];

/** The variable that holds one step's own budget: `sms-code` → `MI_STEP_BUDGET_SMS_CODE`. */
export function stepBudgetVariable(step: StepName): `MI_STEP_BUDGET_${StepSuffix<StepName>}` {
  return `MI_STEP_BUDGET_${step.toUpperCase().replaceAll('-', '_') as StepSuffix<StepName>}`;
}

type StepSuffix<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Uppercase<First>}_${StepSuffix<Rest>}`
  : Uppercase<Name>;
