import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { readEnvFile } from './env-file.ts';
import { NO_INVENTORY, readInventory, type Inventory } from './inventory.ts';
import { KNOWN_ISSUES_FILE, readKnownIssues, type KnownIssue } from './known-issues.ts';
import type { NotifyTarget } from './notify-target.ts';
import { PROJECT_ROOT } from './paths.ts';
import { EVERY_PHONE, type PhoneSelection } from './phone-selection.ts';
import {
  SettingsError,
  unknownSetting,
  wrongValue,
  type SettingsProblem,
} from './settings-error.ts';
import { conflicts } from './settings-rules.ts';
import type { SmsSourceName } from './sms-sources.ts';
import { STEPS, type StepName } from './steps.ts';
import {
  stepBudgetVariable,
  VARIABLE_NAMES,
  VariablesSchema,
  type VariableName,
  type Variables,
} from './variables.ts';

export type TargetName = 'emulated' | 'devices' | 'remote';

/** Pictures of steps that failed, of all steps, or none but the screen at a failure. */
export type EvidenceMode = 'failing' | 'all' | 'none';

/** An Appium server that the run does not start itself. */
export interface RemoteAppium {
  /** Without credentials. */
  url: URL;
  /** Of HTTP's basic authentication; both secret. */
  user: string | undefined;
  key: string | undefined;
}

/** Everything a person can choose about a run; see `.env.example` for the meaning of each. */
export interface Settings {
  target: TargetName;
  /** E.164; that of MI_PHONE_NUMBER. */
  phoneNumber: string | undefined;
  /** Which of the phones that adb lists are used. */
  selection: PhoneSelection;
  /** How many phones: emulated ones are started, of others as many are used at most. */
  phoneCount: number | undefined;
  /** Every spec on every phone, or each spec on whichever phone is free. */
  distribution: 'every' | 'share';
  /** How many phones work at a time; unset: all. */
  atOnce: number | undefined;
  /** How many spec files one worker process runs at most, in one session. */
  specsPerWorker: number;
  /** The phones that somebody keeps, and their numbers. */
  inventory: Inventory;
  /** Failures that somebody knows of. */
  knownIssues: readonly KnownIssue[];
  /** How long a phone that another run uses is waited for. */
  leaseWaitMs: number;
  /** Declared for phones that the run does not start itself. */
  environment: 'live' | 'staging';
  /** Who answers the picture code: a person, or tesseract. */
  pictureCode: 'ask' | 'ocr';
  /** How the picture code is read by machine. */
  ocr: {
    /** How many pictures are tried before somebody else has to answer. */
    pictures: number;
    /** What comes then: a person is asked, or the step fails. */
    fallback: 'ask' | 'fail';
  };
  /** BCP 47; the language that a phone is set to for the run. Unset: it stays as it is. */
  language: string | undefined;
  sms: {
    /** Where codes are looked for, in the order in which they are believed. */
    sources: readonly SmsSourceName[];
    /** The SIM card that gets the SMS, from 1; unset: as the phone tells, or any. */
    simSlot: number | undefined;
    /** How often a code that did not come is asked for again, at most. */
    resends: number;
    /** After this time without one, a code counts as lost. */
    resendAfterMs: number;
  };
  operator: {
    /** Whether the operator page is served although nobody is asked. */
    watch: boolean;
    /** Unset: a free port. */
    port: number | undefined;
  };
  /** Which pictures are taken of the screens, and kept: see MI_EVIDENCE. */
  evidence: EvidenceMode;
  /** What is told of a nightly run whose gate failed; its address may hold a secret. */
  notify: NotifyTarget | undefined;
  allowLiveSignup: boolean;
  /** Of the Mi accounts, which Find device asks for before it lets go; a secret. */
  accountPassword: string | undefined;
  /** What becomes of an account that a spec made on a phone that outlives the run. */
  afterSignUp: 'sign-out' | 'stay';
  stepBudgetMs: Record<StepName, number>;
  /** Absolute; outlives a clone and a cleaned `reports/`. */
  stateDir: string;
  /** Absolute. */
  reportsDir: string;
  /** Unset: a free port. */
  appiumPort: number | undefined;
  /** An Appium server somewhere else; always set when the target is `remote`. */
  remote: RemoteAppium | undefined;
  /** Further capabilities of every session, which go before the harness's own. */
  capabilities: Readonly<Record<string, unknown>>;
  emulator: {
    /** Console port; adb's is the next one. */
    port: number | undefined;
    /** As `xiaomi-phone --latency` takes it. */
    latency: string;
    /** Each is a phone of the run; empty: one phone of xiaomi-phone's default. */
    profiles: readonly string[];
    /** BCP 47; each profile is a phone of the run in each of them. Empty: the profile's own. */
    languages: readonly string[];
    /** Further options of `xiaomi-phone`, word by word. */
    options: readonly string[];
  };
}

/** The settings as they are for one phone. */
export interface PhoneSettings extends Settings {
  /** E.164; the number that this phone signs up with. */
  phoneNumber: string;
}

/**
 * Reads the settings from the environment and from `.env` in the project's folder, where the
 * environment wins.
 * @param env read instead of both.
 * @param options.connected for a command that has to do with connected phones alone, whatever a run
 *   would take: MI_PHONES then goes without MI_TARGET.
 * @throws {SettingsError} with every problem there is, not only the first.
 */
export function loadSettings(
  env?: NodeJS.ProcessEnv,
  { connected = false }: { readonly connected?: boolean } = {},
): Settings {
  const file = env === undefined ? readEnvFile(join(PROJECT_ROOT, '.env')) : undefined;
  const merged = env ?? { ...file?.values, ...process.env };
  const problems: SettingsProblem[] = [...(file?.problems ?? [])];

  const given: Partial<Record<VariableName, string>> = {};
  for (const [name, value] of Object.entries(merged)) {
    const text = value?.trim() ?? '';
    if (!name.startsWith('MI_') || text === '') continue;
    if (isVariableName(name)) given[name] = text;
    else problems.push(unknownSetting(name, VARIABLE_NAMES));
  }

  if (connected && given.MI_PHONES !== undefined) given.MI_TARGET ??= 'devices';

  const wrong = new Set<VariableName>();
  for (const issue of VariablesSchema.safeParse(given).error?.issues ?? []) {
    const name = issue.path[0] as VariableName;
    wrong.add(name);
    problems.push(wrongValue(name, given[name] ?? '', issue.message));
  }
  for (const name of wrong) delete given[name];
  const variables = VariablesSchema.parse(given);
  problems.push(...conflicts(variables, wrong));
  const { inventory, problems: flaws } = inventoryOf(variables, env === undefined);
  problems.push(...flaws);
  const { issues, problems: issueFlaws } = knownIssuesOf(env === undefined);
  problems.push(...issueFlaws);

  if (problems.length > 0) throw new SettingsError(problems);
  return {
    target: variables.MI_TARGET,
    phoneNumber: variables.MI_PHONE_NUMBER,
    selection: variables.MI_PHONES ?? EVERY_PHONE,
    phoneCount: variables.MI_PHONE_COUNT,
    distribution: variables.MI_DISTRIBUTION,
    atOnce: variables.MI_AT_ONCE,
    specsPerWorker: variables.MI_SPECS_PER_WORKER,
    inventory,
    knownIssues: issues,
    leaseWaitMs: variables.MI_LEASE_WAIT,
    environment: variables.MI_ENVIRONMENT,
    pictureCode: variables.MI_PICTURE_CODE ?? (variables.MI_TARGET === 'emulated' ? 'ocr' : 'ask'),
    ocr: { pictures: variables.MI_OCR_PICTURES, fallback: variables.MI_OCR_FALLBACK },
    sms: {
      sources: variables.MI_SMS_SOURCES,
      simSlot: variables.MI_SIM_SLOT,
      resends: variables.MI_SMS_RESENDS,
      resendAfterMs: variables.MI_SMS_RESEND_AFTER,
    },
    language: variables.MI_LANGUAGE,
    operator: { watch: variables.MI_WATCH === 'yes', port: variables.MI_OPERATOR_PORT },
    evidence: variables.MI_EVIDENCE,
    notify: variables.MI_NOTIFY,
    allowLiveSignup: variables.MI_ALLOW_LIVE_SIGNUP === 'yes',
    accountPassword: variables.MI_ACCOUNT_PASSWORD,
    afterSignUp: variables.MI_AFTER_SIGN_UP,
    stepBudgetMs: stepBudgets(variables),
    stateDir: stateDir(variables.MI_STATE_DIR, merged),
    reportsDir: join(PROJECT_ROOT, 'reports'),
    appiumPort: variables.MI_APPIUM_PORT,
    remote: remoteAppium(variables.MI_APPIUM_URL),
    capabilities: variables.MI_CAPABILITIES,
    emulator: {
      port: variables.MI_EMULATOR_PORT,
      latency: variables.MI_EMULATOR_LATENCY,
      profiles: variables.MI_EMULATOR_PROFILE ?? [],
      // A phone that the run starts is set to a language from its start.
      languages: variables.MI_EMULATOR_LANGUAGE ?? oneOrNone(variables.MI_LANGUAGE),
      options: variables.MI_EMULATOR_OPTIONS,
    },
  };
}

function oneOrNone(language: string | undefined): string[] {
  return language === undefined ? [] : [language];
}

function isVariableName(name: string): name is VariableName {
  return Object.hasOwn(VariablesSchema.shape, name);
}

function stepBudgets(variables: Variables): Record<StepName, number> {
  const budgets = STEPS.map(({ name }) => [
    name,
    variables[stepBudgetVariable(name)] ?? variables.MI_STEP_BUDGET,
  ]);
  return Object.fromEntries(budgets) as Record<StepName, number>;
}

/** @param own whether the file that stands in the project's folder counts. */
function inventoryOf({ MI_INVENTORY: chosen }: Variables, own: boolean) {
  if (chosen !== undefined) return readInventory(resolve(PROJECT_ROOT, chosen), 'MI_INVENTORY');
  const path = join(PROJECT_ROOT, 'config', 'phones.json');
  if (own && existsSync(path)) return readInventory(path, 'config/phones.json');
  return { inventory: NO_INVENTORY, problems: [] };
}

/** @param own whether the file that stands in the project's folder counts. */
function knownIssuesOf(own: boolean): ReturnType<typeof readKnownIssues> {
  return own
    ? readKnownIssues(join(PROJECT_ROOT, KNOWN_ISSUES_FILE))
    : { issues: [], problems: [] };
}

function remoteAppium(address: string | undefined): RemoteAppium | undefined {
  if (address === undefined) return undefined;
  const url = new URL(address);
  const [user, key] = [url.username, url.password].map(
    (text) => decodeURIComponent(text) || undefined,
  );
  url.username = '';
  url.password = '';
  return { url, user, key };
}

function stateDir(chosen: string | undefined, env: NodeJS.ProcessEnv): string {
  const home = env['HOME'] || homedir();
  if (chosen !== undefined) return resolve(PROJECT_ROOT, chosen.replace(/^~(?=\/|$)/, home));
  const stateHome = env['XDG_STATE_HOME'];
  // The XDG specification says that a relative path here is to be ignored.
  const base = stateHome && isAbsolute(stateHome) ? stateHome : join(home, '.local', 'state');
  return join(base, 'mi-account-e2e');
}
