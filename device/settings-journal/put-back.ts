import type { Adb } from '../adb.ts';
import type { JournaledChange, SettingsJournal } from './journal.ts';
import { keyOf, parseState, readCommand, writeCommand, type PhoneState } from './phone-state.ts';

/** Putting back may not keep a run that is about to end from ending. */
const CALL = { timeoutMs: 15_000 };

/** How putting things back ended. `other-phone`: it is another phone with this serial. */
export type PutBack =
  | {
      readonly kind: 'done';
      /** What is as it was before because this put it back. */
      readonly restored: readonly string[];
      /** What somebody else has changed meanwhile, and was left alone. */
      readonly leftAlone: readonly string[];
    }
  | { readonly kind: 'refused'; readonly names: readonly string[] }
  | { readonly kind: 'other-phone' };

/**
 * Puts back what a run changed on a phone, as far as it still is what the run made of it.
 * @throws {PhoneLostError} when the phone cannot be reached.
 */
export async function putBack(adb: Adb, journal: SettingsJournal): Promise<PutBack> {
  const { changes } = journal;
  const read = readCommand(changes);
  const { stdout } = await adb.shell(read, CALL);
  const state = parseState(stdout, changes);
  if (isOther(journal, state)) return { kind: 'other-phone' };
  const mine = changes.filter((change) => isOurs(change, state));
  // They could be read before the run: what the phone does not tell now, it may tell later.
  const untold = changes.filter((change) => !state.values.has(keyOf(change)));
  const leftAlone = changes.filter(
    (change) =>
      !mine.includes(change) &&
      !untold.includes(change) &&
      state.values.get(keyOf(change)) !== change.before,
  );
  if (mine.length > 0) {
    const writes = mine.map((change) => writeCommand(change, change.before));
    const answer = await adb.shell([...writes, read].join('; '), CALL);
    // A phone that refuses may well print an exception and exit 0.
    const after = parseState(answer.stdout, changes);
    const refused = mine.filter((change) => isOurs(change, after));
    if (refused.length > 0) return { kind: 'refused', names: names(refused) };
  }
  if (untold.length > 0) return { kind: 'refused', names: names(untold) };
  return { kind: 'done', restored: names(mine), leftAlone: names(leftAlone) };
}

function isOurs(change: JournaledChange, { values }: PhoneState): boolean {
  const value = values.get(keyOf(change));
  return value !== undefined && value !== change.before && change.ours.includes(value);
}

function isOther(journal: SettingsJournal, state: PhoneState): boolean {
  const { hardwareSerial } = journal;
  return (
    hardwareSerial !== '' && state.hardwareSerial !== '' && hardwareSerial !== state.hardwareSerial
  );
}

function names(changes: readonly JournaledChange[]): string[] {
  return changes.map(({ name }) => name);
}
