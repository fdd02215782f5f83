import type { PhoneEnvironment } from '../../config/run-context.ts';
import type { EntryOf, LedgerCause, LedgerEntry } from './entry.ts';

/** How far an attempt has come; the first three have no end. */
export const ATTEMPT_STATES = [
  'begun',
  'code-requested',
  'verified',
  'created',
  'signed-out',
  'failed',
  'unknown',
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** The account may be there, unseen. */
const MAY_HAVE_MADE: readonly AttemptState[] = ['verified', 'unknown'];
const WITHOUT_END: readonly AttemptState[] = ['begun', 'code-requested', 'verified'];

/** One sign-up, put together from its entries. */
export interface Attempt {
  readonly at: string;
  readonly runId: string;
  readonly serial: string;
  /** E.164; absent for a sign-out of an account that is not of this ledger. */
  readonly number: string | undefined;
  /** Absent likewise. */
  readonly environment: PhoneEnvironment | undefined;
  /** Who writes its entries, where that was noted. */
  readonly writer: EntryOf<'intent'>['writer'];
  state: AttemptState;
  /** When its last entry was written. */
  lastAt: string;
  account: string | undefined;
  error: LedgerCause | undefined;
  /** What a person found out about it. */
  settled: 'none' | 'exists' | undefined;
}

export function isUnfinished({ state }: Pick<Attempt, 'state'>): boolean {
  return WITHOUT_END.includes(state);
}

/**
 * Puts the attempts together, in the order in which they began. An entry belongs to the last intent
 * with its run, phone and number.
 */
export function attemptsOf(entries: readonly LedgerEntry[]): Attempt[] {
  const attempts: Attempt[] = [];
  for (const entry of entries) take(entry, attempts);
  return attempts;
}

/**
 * Which sign-up a person means who has looked what became of a number: the last on the live service,
 * where a number counts, before the last on any other.
 */
export function attemptToSettle(attempts: readonly Attempt[], number: string): Attempt | undefined {
  const ofNumber = attempts.filter((attempt) => attempt.number === number);
  return ofNumber.findLast(({ environment }) => environment === 'live') ?? ofNumber.at(-1);
}

function take(entry: LedgerEntry, attempts: Attempt[]): void {
  switch (entry.kind) {
    case 'torn':
      return;
    case 'intent':
      attempts.push(begun(entry));
      return;
    case 'settled': {
      const attempt = attemptToSettle(attempts, entry.number);
      if (attempt === undefined) return;
      attempt.settled = entry.account;
      attempt.state = entry.account === 'none' ? 'failed' : 'created';
      attempt.lastAt = entry.at;
      return;
    }
    case 'signed-out': {
      const attempt =
        attempts.findLast((known) => isSignedInOn(entry, known)) ?? foreign(entry, attempts);
      attempt.state = 'signed-out';
      attempt.account ??= entry.account;
      attempt.lastAt = entry.at;
      return;
    }
    default: {
      const attempt = attempts.findLast((known) => isOf(entry, known));
      if (attempt === undefined) return;
      attempt.state = entry.kind;
      attempt.lastAt = entry.at;
      if (entry.kind === 'created') attempt.account = entry.account;
      if (entry.kind === 'failed' || entry.kind === 'unknown') attempt.error = entry.error;
    }
  }
}

function begun({ at, runId, serial, number, environment, writer }: EntryOf<'intent'>): Attempt {
  return {
    ...{ at, runId, serial, number, environment, writer },
    state: 'begun',
    lastAt: at,
    account: undefined,
    error: undefined,
    settled: undefined,
  };
}

/** The sign-out of an account that somebody made elsewhere. */
function foreign({ at, runId, serial, number }: EntryOf<'signed-out'>, all: Attempt[]): Attempt {
  const attempt: Attempt = {
    ...{ at, runId, serial, number, environment: undefined, writer: undefined },
    state: 'signed-out',
    lastAt: at,
    account: undefined,
    error: undefined,
    settled: undefined,
  };
  all.push(attempt);
  return attempt;
}

function isOf(entry: { runId: string; serial: string; number: string }, known: Attempt): boolean {
  return (
    known.runId === entry.runId && known.serial === entry.serial && known.number === entry.number
  );
}

/**
 * A phone has one account at a time. A test that failed may not have come to see the account that the
 * code made: what is signed out in the same run is that one.
 */
function isSignedInOn({ serial, runId }: EntryOf<'signed-out'>, known: Attempt): boolean {
  if (known.serial !== serial) return false;
  const { state } = known;
  return state === 'created' || (known.runId === runId && MAY_HAVE_MADE.includes(state));
}
