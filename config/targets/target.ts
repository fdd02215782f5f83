import type { HarnessClock } from '../clock.ts';
import { HarnessError } from '../errors.ts';
import type { FoundPhone } from '../found-phone.ts';
import type { Settings, TargetName } from '../settings.ts';
import type { Trouble } from '../troubleshooting.ts';

/** One line of `adb devices -l`. */
export interface ListedPhone {
  serial: string;
  /** `device` when it can be used; else `unauthorized`, `offline`, `no permissions`, … */
  state: string;
}

/** What a target needs from the run; asking adb is left to the caller. */
export interface TargetContext {
  settings: Settings;
  listPhones: (signal: AbortSignal) => Promise<ListedPhone[]>;
  /** Lists them and asks those that can be asked what they are. */
  findPhones: (signal: AbortSignal) => Promise<FoundPhone[]>;
  /**
   * Asks the remote Appium server for a phone that no adb at hand lists; absent where there is none.
   * @param serial absent where the server is to choose one.
   * @returns the serial of the phone.
   */
  askRemote?: (serial: string | undefined, signal: AbortSignal) => Promise<string>;
  clock: HarnessClock;
  /** Aborted when the run is interrupted; a phone that was started is then stopped. */
  signal: AbortSignal;
  /** Gets what a started phone prints, raw: it may hold secrets. */
  onOutput: (text: string) => void;
}

/** A phone that a run can use. */
export interface TargetPhone {
  serial: string;
  /** Whether it is this run's own phone; only then it counts as a test phone. */
  startedByThisRun: boolean;
  /** E.164; the number that it signs up with. */
  number: string;
  /** Of the SIM card with that number, from 1; `undefined`: as the phone tells, or any. */
  simSlot: number | undefined;
  /** Serial of the phone that gets the SMS; often its own. */
  smsSerial: string;
  /** Of a phone that was started: id of its profile, if one was asked for. */
  profile: string | undefined;
  /** Of a phone that was started: the language it was asked for in, BCP 47. */
  language: string | undefined;
  /** No adb at hand reaches it. */
  withoutAdb?: boolean | undefined;
}

/** A phone that is there and is not used. */
export interface LeftOutPhone {
  readonly serial: string;
  /** A phrase about "it". */
  readonly reason: string;
  /** What a person can do about it: a sentence. */
  readonly remedy: string;
  /** The entry of docs/troubleshooting.md that tells more. */
  readonly trouble?: Trouble;
}

/** The phones of a run. */
export interface OpenTarget<Phone extends TargetPhone = TargetPhone> {
  /** At least one. */
  readonly phones: readonly Phone[];
  /** Those that could not be used, or were not needed. */
  readonly leftOut: readonly LeftOutPhone[];
  /** Tells, once, that the phones of the run's own ended without being stopped. */
  onExit(listener: (reason: string) => void): void;
  /** Stops what was started, and waits for it; phones that were there before are left alone. */
  stop(): Promise<void>;
}

/** Where phones come from. */
export interface Target {
  name: TargetName;
  /** @throws {PhoneNotAvailableError} */
  open(context: TargetContext): Promise<OpenTarget>;
}

/** No phone can be used, or not those that were named: they are not there or not ready. */
export class PhoneNotAvailableError extends HarnessError {
  override readonly category = 'set-up';
}
