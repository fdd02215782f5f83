import type { Adb, CallOptions } from '../adb.ts';
import { LanguageNotSetError } from '../errors.ts';
import { SettingsJournals, type JournaledChange } from './journal.ts';
import { keyOf, parseState, readCommand, writeCommand, type PhoneState } from './phone-state.ts';
import { replayJournals, settle } from './replay.ts';
import { FOREIGN_CHANGES, languageWish, WISHES, type Wish } from './wanted-state.ts';

export interface PrepareOptions {
  /** Absolute: `settings.stateDir`. */
  readonly stateDir: string;
  readonly runId: string;
  /** BCP 47; what the phone's language is to be. Unset: it stays as it is. */
  readonly language?: string | undefined;
  /** Told what a person may want to know; no secrets in it. */
  readonly note: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** A phone that is as a run likes it, and knows how it was. */
export interface PreparedPhone {
  /** What was changed, such as `global/stay_on_while_plugged_in`. */
  readonly changed: readonly string[];
  /**
   * Puts back what the run, and the sessions in it, changed. To be called after the last session's end.
   * It notes what went wrong instead of throwing: the journal then stays, for the next run.
   */
  restore(): Promise<void>;
}

/**
 * Makes a phone that outlives the run better to work with (awake, without animations), after putting
 * back what a run that died left behind on it. What is about to change, by this or by Appium, is on the
 * disk before it does. Where the phone refuses, the run goes on without.
 *
 * Nobody else may be using the phone: to be called by who holds its lease.
 * @param adb of the phone.
 * @throws {SettingsJournalError} when the journal cannot be written; nothing was changed then.
 * @throws {LanguageNotSetError} when the phone does not take the language; it is as it was before then.
 * @throws {PhoneLostError} when the phone cannot be reached.
 */
export async function preparePhone(adb: Adb, options: PrepareOptions): Promise<PreparedPhone> {
  const { stateDir, runId, language, note, signal } = options;
  const { serial } = adb;
  if (serial === undefined) throw new Error('preparePhone needs the adb of one phone.');
  const call: CallOptions = signal === undefined ? {} : { signal };
  const journals = new SettingsJournals(stateDir);
  await replayJournals(adb, [serial], { stateDir, note });

  // The language comes last: by then Appium's helper is what it needs to be.
  const wishes = [...WISHES, ...(language === undefined ? [] : [languageWish(language)])];
  const items = [...wishes, ...FOREIGN_CHANGES].map(({ item }) => item);
  const state = parseState((await adb.shell(readCommand(items), call)).stdout, items);
  const wished = wishedChanges(state, wishes);
  const file = await journals.write({
    version: 1,
    serial,
    hardwareSerial: state.hardwareSerial,
    runId,
    at: new Date().toISOString(),
    changes: [...wished, ...foreignChanges(state)],
  });
  const changed = await change(adb, wished, call).catch(async (error: unknown) => {
    await settle(adb, journals, file, note);
    throw error;
  });
  const unspoken = wished.find(({ kind, name }) => kind === 'locale' && !changed.includes(name));
  if (unspoken !== undefined) {
    await settle(adb, journals, file, note);
    throw languageNotSet(serial, unspoken);
  }
  const refused = wished.map(({ name }) => name).filter((name) => !changed.includes(name));
  if (refused.length > 0) {
    note(
      `${serial} does not let ${refused.join(', ')} be changed; the run goes on without. On a Xiaomi phone: Developer options → USB debugging (Security settings).`,
    );
  }
  return {
    changed,
    async restore() {
      await settle(adb, journals, file, note);
    },
  };
}

/** What the run changes: what is not yet as it should be. */
function wishedChanges({ values }: PhoneState, wishes: readonly Wish[]): JournaledChange[] {
  return wishes.flatMap(({ item, to }) => {
    const before = values.get(keyOf(item));
    const value = before === undefined ? undefined : to(before);
    return before === undefined || value === undefined ? [] : [{ ...item, before, ours: [value] }];
  });
}

/** What Appium will change, as it is before. */
function foreignChanges({ values: state }: PhoneState): JournaledChange[] {
  return FOREIGN_CHANGES.flatMap(({ item, values }) => {
    const before = state.get(keyOf(item));
    const ours = values.filter((value) => value !== before);
    return before === undefined || ours.length === 0 ? [] : [{ ...item, before, ours }];
  });
}

/** @returns the names of those that the phone took: one that refuses may print so and exit 0. */
async function change(
  adb: Adb,
  changes: readonly JournaledChange[],
  call: CallOptions,
): Promise<string[]> {
  if (changes.length === 0) return [];
  const writes = changes.map((item) => writeCommand(item, item.ours[0] ?? null));
  const { stdout } = await adb.shell([...writes, readCommand(changes)].join('; '), call);
  const { values } = parseState(stdout, changes);
  return changes.filter((item) => values.get(keyOf(item)) === item.ours[0]).map(({ name }) => name);
}

function languageNotSet(serial: string, { ours, before }: JournaledChange): LanguageNotSetError {
  return new LanguageNotSetError('The phone does not take the language of MI_LANGUAGE.', {
    phone: serial,
    expected: `its system in ${ours[0] ?? 'that language'}`,
    seen: before ?? 'no language',
    remedy:
      "Appium's helper app sets it: install it with `npm run doctor -- --fix`, and let adb grant permissions (Developer options → USB debugging (Security settings)). Or choose the language on the phone, and leave MI_LANGUAGE out.",
    trouble: 'language',
  });
}
