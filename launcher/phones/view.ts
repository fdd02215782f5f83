import type { PhoneFacts, PhoneConnection } from '../../config/found-phone.ts';
import type { Trouble } from '../../config/troubleshooting.ts';

/** Who uses a phone. */
export interface LeaseView {
  readonly runId: string;
  /** The run, its user, machine, process and folder: for people. */
  readonly by: string;
  /** ISO 8601. */
  readonly since: string;
  /** Whether the run goes on, as far as this machine can tell. */
  readonly alive: boolean;
}

/** What a phone lacks for a run. */
export interface MissingView {
  /** A word or two, such as `offline` or `lock screen`. */
  readonly what: string;
  /** A phrase in lower case. */
  readonly reason: string;
  readonly remedy: string;
  /** The entry of docs/troubleshooting.md that tells more. */
  readonly trouble?: Trouble | undefined;
}

/** A phone as `npm run phones` shows it; with `--json` as it is, without phone numbers. */
export interface PhoneView {
  readonly serial: string;
  /** As adb has it. */
  readonly state: string;
  readonly connection: PhoneConnection;
  /** Null when it cannot be asked or did not answer. */
  readonly facts: PhoneFacts | null;
  /** Of the inventory. */
  readonly owner: string | null;
  /** The last digits of the number that it signs up with. */
  readonly number: string | null;
  /** Of another phone that gets its SMS. */
  readonly smsSerial: string | null;
  readonly lease: LeaseView | null;
  /** The first thing that it lacks. */
  readonly missing: MissingView | null;
  /** Nothing is missing, and no other run has it. */
  readonly ready: boolean;
}
