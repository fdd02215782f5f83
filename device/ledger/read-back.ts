import { numberEnding } from '../../config/phone-number.ts';
import type { Attempt } from './attempts.ts';
import type { EntryOf } from './entry.ts';
import type { Ledger } from './ledger.ts';

/** What ended an attempt whose process is gone; `launcher` and flows have no such error to throw. */
const RUN_ENDED = { type: 'RunEndedError', category: 'harness' } as const;

const WHERE_IT_STOOD = {
  begun: 'it had written down its intent',
  'code-requested': 'it had asked for an SMS code',
  verified: 'the SMS code had been taken',
} as const;

/**
 * Reads the ledger back at the start of a run: makes its file whole, enters an end for every attempt
 * whose process is gone, and tells what a person should know.
 * @returns notes without secrets; nothing to say, none.
 * @throws {LedgerError} when the ledger cannot be read or written.
 */
export async function readBack(ledger: Ledger): Promise<string[]> {
  const torn = await ledger.repair();
  const abandoned = await ledger.abandoned();
  for (const { runId, serial, number } of abandoned) {
    if (number === undefined) continue;
    await ledger.record({ runId, serial, number }, { kind: 'unknown', error: RUN_ENDED });
  }
  const before = (await ledger.attempts()).filter(
    (attempt) => isOpenQuestion(attempt) && !abandoned.some((told) => isSame(told, attempt)),
  );
  return [...torn.map(tornNote), ...abandonedNotes(abandoned), ...before.map(unknownNote)];
}

/** Tests leave many a sign-up where it stands; of those at test services their number is all that somebody may want. */
function abandonedNotes(abandoned: readonly Attempt[]): string[] {
  const atTestServices = abandoned.filter(({ environment }) => environment === 'test');
  if (atTestServices.length < 2) return abandoned.map(abandonedNote);
  const others = abandoned.filter((attempt) => !atTestServices.includes(attempt));
  const count = String(atTestServices.length);
  return [
    ...others.map(abandonedNote),
    `Earlier runs ended in the middle of ${count} sign-ups at test services, which nobody need look after.`,
  ];
}

/** Of a test phone nobody needs to know: it is gone, and its service with it. */
function isOpenQuestion({ state, environment }: Attempt): boolean {
  return state === 'unknown' && environment !== 'test';
}

function isSame(one: Attempt, other: Attempt): boolean {
  return one.at === other.at && one.runId === other.runId && one.number === other.number;
}

function tornNote({ bytes }: EntryOf<'torn'>): string {
  const text = Buffer.from(bytes, 'base64').toString('utf8');
  const kind = /"kind":"([a-z-]+)"/.exec(text)?.[1];
  const serial = /"serial":"([^"]+)"/.exec(text)?.[1];
  const what = [kind && `an entry “${kind}”`, serial && `of phone ${serial}`].filter(Boolean);
  // Next is tapped only after the whole entry is on the disk.
  const never = kind === 'intent' ? ' The sign-up that it announced never began.' : '';
  return `The ledger had a line that a crash cut short${what.length === 0 ? '' : `, ${what.join(' ')}`}: what was left of it is kept in an entry “torn”, and the file is whole again.${never}`;
}

function abandonedNote(attempt: Attempt): string {
  const stood = WHERE_IT_STOOD[attempt.state as keyof typeof WHERE_IT_STOOD];
  return `An earlier run (${attempt.runId}) ended in the middle of a sign-up with number ${shown(attempt)}: ${stood}. ${whatToDo(attempt)}`;
}

function unknownNote(attempt: Attempt): string {
  return `It is not known whether the sign-up of run ${attempt.runId} with number ${shown(attempt)} made an account. ${whatToDo(attempt)}`;
}

function shown({ number, serial, environment }: Attempt): string {
  return `${number === undefined ? '?' : numberEnding(number)} on ${serial} (${environment})`;
}

function whatToDo({ environment }: Attempt): string {
  return environment === 'test'
    ? 'Its emulated phone is gone, and so is whatever account it made.'
    : 'Look on the phone or at account.xiaomi.com, then enter what you found: `npm run ledger -- --settle none --number NUMBER`, or `--settle exists`.';
}
