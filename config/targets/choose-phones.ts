import { MIN_SDK, type FoundPhone, type ReadyPhone } from '../found-phone.ts';
import type { Inventory } from '../inventory.ts';
import { remedyOfState } from '../phone-states.ts';
import type { PhoneCondition, PhoneSelection } from '../phone-selection.ts';
import type { Settings } from '../settings.ts';
import { unmet, type ConditionSubject } from './conditions.ts';
import { PhoneNotAvailableError, type LeftOutPhone } from './target.ts';

/** From a phone out of its box to one that adb lists. */
export const HOW_TO_CONNECT =
  'Turn on USB debugging (Settings → About phone: tap the OS version 7 times; Additional settings → Developer options), connect the phone, and check with `adb devices -l`.';

/** Which phones can be used, and which cannot. */
export interface PhoneChoice {
  /** At least one; in the order in which they were named, or adb lists them. */
  readonly ready: readonly ReadyPhone[];
  readonly leftOut: readonly LeftOutPhone[];
}

export type ChoosingSettings = Pick<Settings, 'selection' | 'inventory'>;

/**
 * Chooses the phones of a selection that can be used: all that were named, or each that is ready and
 * meets the conditions. Others are left out, which hinders nobody.
 * @throws {PhoneNotAvailableError} when a phone that was named cannot be used, or none can.
 */
export function choosePhones(
  found: readonly FoundPhone[],
  { selection, inventory }: ChoosingSettings,
): PhoneChoice {
  const named = namedPhones(found, selection);
  const ready: ReadyPhone[] = [];
  const leftOut: LeftOutPhone[] = [];
  for (const phone of named ?? found) {
    const hindrance = hindranceOf(phone, selection, ownerIn(inventory, phone.serial));
    if (hindrance === undefined) ready.push(phone as ReadyPhone);
    else leftOut.push({ serial: phone.serial, ...hindrance });
  }
  const [first] = leftOut;
  if (first !== undefined && (named !== undefined || ready.length === 0)) {
    throw noneOrNotAll(leftOut, found, named !== undefined);
  }
  if (ready.length === 0) {
    throw new PhoneNotAvailableError('No phone is connected.', {
      expected: 'a phone that adb lists',
      seen: 'none',
      remedy: HOW_TO_CONNECT,
      trouble: 'phones',
    });
  }
  return { ready, leftOut };
}

/**
 * The same where one phone is wanted, and it shall not be guessed which.
 * @throws {PhoneNotAvailableError}
 */
export function chooseOnePhone(
  found: readonly FoundPhone[],
  settings: ChoosingSettings,
): ReadyPhone {
  const { ready } = choosePhones(found, settings);
  const [only] = ready;
  if (only !== undefined && ready.length === 1) return only;
  throw new PhoneNotAvailableError(`${ready.length} phones are ready.`, {
    expected: 'one phone',
    seen: listPhones(ready),
    remedy: `Name the phone to use: --serial ${only?.serial}, or MI_PHONES=${only?.serial}.`,
  });
}

/** @returns `undefined` when none are named. */
function namedPhones(
  found: readonly FoundPhone[],
  { serials }: PhoneSelection,
): FoundPhone[] | undefined {
  if (serials.length === 0) return undefined;
  const missing = serials.filter((serial) => !found.some((phone) => phone.serial === serial));
  const [first] = missing;
  if (first !== undefined) {
    const summary =
      missing.length === 1
        ? `Phone ${first} is not connected.`
        : `${missing.length} phones are not connected: ${missing.join(', ')}.`;
    throw new PhoneNotAvailableError(summary, {
      phone: missing.join(', '),
      expected: 'every phone that was named to be listed by adb',
      seen: listPhones(found),
      remedy: HOW_TO_CONNECT,
      trouble: 'phones',
    });
  }
  return serials.flatMap((serial) => found.filter((phone) => phone.serial === serial));
}

/** Whose phone it is, if the inventory says. */
export function ownerIn({ phones }: Inventory, serial: string): string | undefined {
  return phones.find((phone) => phone.serial === serial)?.owner;
}

/** Why a phone cannot be used, or is not meant. */
export type Hindrance = Omit<LeftOutPhone, 'serial'>;

/**
 * @param owner of the inventory.
 * @returns `undefined` when nothing keeps it from being used.
 */
export function hindranceOf(
  { state, facts }: FoundPhone,
  { conditions }: PhoneSelection,
  owner: string | undefined,
): Hindrance | undefined {
  if (state !== 'device') return { reason: `it is not ready: ${state}`, ...remedyOfState(state) };
  if (facts === undefined) {
    return {
      reason: 'it does not answer',
      remedy: 'Look at its screen, and reconnect or restart it.',
      trouble: 'connected',
    };
  }
  if (facts.sdk > 0 && facts.sdk < MIN_SDK) {
    return {
      reason: `its system is too old for the UiAutomator2 driver: ${facts.system}`,
      remedy: 'Use a phone with Android 8 or later.',
      trouble: 'android-version',
    };
  }
  const first = firstUnmet(conditions, { facts, owner });
  if (first === undefined) return undefined;
  return { reason: first, remedy: 'Change the conditions in MI_PHONES to use it.' };
}

/**
 * Those of a selection, ready or not; whether one that did not answer meets conditions nobody knows,
 * so that it is among them.
 * @throws {PhoneNotAvailableError} when a phone that was named is not there.
 */
export function meantPhones(
  found: readonly FoundPhone[],
  { selection, inventory }: ChoosingSettings,
): readonly FoundPhone[] {
  const { conditions } = selection;
  return (namedPhones(found, selection) ?? found).filter(({ serial, facts }) => {
    if (facts === undefined) return true;
    return firstUnmet(conditions, { facts, owner: ownerIn(inventory, serial) }) === undefined;
  });
}

function firstUnmet(
  conditions: readonly PhoneCondition[],
  subject: ConditionSubject,
): string | undefined {
  for (const condition of conditions) {
    const instead = unmet(condition, subject);
    if (instead === undefined) continue;
    const { fact, comparison, value } = condition;
    return `${fact}${comparison}${value} does not hold: it is ${instead}`;
  }
  return undefined;
}

function noneOrNotAll(
  leftOut: readonly LeftOutPhone[],
  found: readonly FoundPhone[],
  named: boolean,
): PhoneNotAvailableError {
  const [first] = leftOut;
  const reasons = leftOut.map(({ serial, reason }) => `${serial}: ${reason}`).join('; ');
  const one = leftOut.length === 1;
  const summary = one
    ? `Phone ${first?.serial} cannot be used: ${first?.reason}.`
    : `${leftOut.length} phones are connected, and ${named ? 'some of those named' : 'none of them'} can be used.`;
  const remedies = [...new Set(leftOut.map(({ remedy }) => remedy))];
  return new PhoneNotAvailableError(summary, {
    phone: leftOut.map(({ serial }) => serial).join(', '),
    expected: named ? 'every phone that was named to be ready' : 'a phone that is ready',
    seen: one ? listPhones(found) : reasons,
    remedy: remedies.join(' '),
    trouble: leftOut.find(({ trouble }) => trouble !== undefined)?.trouble,
  });
}

function listPhones(found: readonly FoundPhone[]): string {
  if (found.length === 0) return 'none';
  return found
    .map(({ serial, state, facts }) => `${serial} (${facts?.modelNames[0] ?? state})`)
    .join(', ');
}
