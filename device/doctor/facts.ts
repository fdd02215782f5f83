import type { HarnessClock } from '../../config/clock.ts';
import type { HarnessError } from '../../config/errors.ts';
import type { Settings } from '../../config/settings.ts';
import type { SmsSourceName } from '../../config/sms-sources.ts';
import type { PhoneClock } from '../clock.ts';
import type { AdbDevice } from '../device-list.ts';
import type { PhoneSystem } from '../system.ts';
import type { Answers } from './batch.ts';
import type { PhoneCheckId } from '../../config/troubleshooting.ts';
import type { QuestionName } from './questions.ts';
import type { Finding } from './result.ts';

/** One of Appium's helpers as a session start installs it. */
export interface HelperFile {
  readonly version: string;
  /** Absolute, on this machine. */
  readonly apk: string;
}

/** What the Appium of this machine brings for the phone. */
export interface HelperFiles {
  readonly settings: HelperFile;
  readonly server: HelperFile;
  /** It has no version of its own. */
  readonly serverTest: { readonly apk: string };
}

/**
 * What a run wants of a phone: to sign up on it, to read the SMS on it for another, or both. Of one that
 * only gets SMS nothing else is checked.
 */
export type PhoneRole = 'both' | 'screen' | 'sms';

/** What a check needs to know beside what the phone answers. */
export interface CheckContext {
  /** As `adb devices` lists the phone. */
  readonly device: AdbDevice;
  readonly settings: Pick<Settings, 'sms'>;
  readonly clock: HarnessClock;
  /** Unset: those of an Appium server elsewhere, which nobody knows here. */
  readonly helpers?: HelperFiles | undefined;
  /** By default `both`. */
  readonly role?: PhoneRole | undefined;
  /** Whether an account on it is no hindrance: by default it is one. */
  readonly mayBeSignedIn?: boolean | undefined;
}

/** A place where SMS can be seen, and why it is closed if it is. */
export interface SmsPlace {
  readonly name: SmsSourceName;
  readonly failure: HarnessError | undefined;
}

/** Everything that the checks of a phone are judged by. */
export interface PhoneFacts {
  readonly properties: ReadonlyMap<string, string>;
  readonly system: PhoneSystem;
  /** What it did not answer is not in here. */
  readonly answers: Answers;
  /** Unset: not asked, or no answer. */
  readonly phoneClock: PhoneClock | undefined;
  /** Unset: not asked. */
  readonly smsPlaces: readonly SmsPlace[] | undefined;
  readonly context: CheckContext;
}

/** What adb may do about a failing check. */
export interface RepairPlan {
  /** In the past tense, for a person. */
  readonly did: string;
  /** Command lines for the phone's shell. */
  readonly commands?: readonly string[];
  /** Files to install, absolute. */
  readonly apks?: readonly string[];
}

/** One thing that is checked of a phone that can be asked. */
export interface PhoneCheck {
  readonly id: PhoneCheckId;
  readonly asks: readonly QuestionName[];
  /** Pure: everything it knows is in the facts. Called when the phone answered all that it asks. */
  judge(facts: PhoneFacts): Finding;
  /** @returns `undefined` when only a person can help. */
  repair?(facts: PhoneFacts): RepairPlan | undefined;
}

/** What was printed in answer to a question of the check's own. */
export function textOf({ answers }: PhoneFacts, name: QuestionName): string {
  return answers.get(name) ?? '';
}
