import type { CheckId } from './ids.ts';

/** What a check found; `npm run doctor -- --json` prints an array of these. */
export interface CheckResult {
  readonly id: CheckId;
  /** `machine`, or the serial of the phone. */
  readonly scope: string;
  /** Whether a run is hopeless while this fails. */
  readonly required: boolean;
  /** Not ok is also what cannot be told; `message` says so then. */
  readonly ok: boolean;
  /** What was found: a phrase in lower case, without secrets. */
  readonly message: string;
  /** What to do on this very system; null when there is nothing to do. */
  readonly fix: string | null;
}

/** What one check of a phone found, before it is known of which phone. */
export interface Finding {
  readonly ok: boolean;
  readonly message: string;
  readonly fix?: string;
  /** Instead of what the check usually is. */
  readonly required?: boolean;
}

export function passed(message: string): Finding {
  return { ok: true, message };
}

/** @param fix what a person can do; a sentence. */
export function failed(message: string, fix: string): Finding {
  return { ok: false, message, fix };
}

/** What the phone does not tell is no reason to refuse a run, but is said. */
export function unknown(message: string, fix: string): Finding {
  return { ok: false, required: false, message: `cannot be told: ${message}`, fix };
}

/** What was done about a failing check. */
export interface Repair {
  readonly id: CheckId;
  /** In the past tense, or why it could not be done. */
  readonly told: string;
}
