import { MIN_SDK, type FoundPhone, type ReadyPhone } from '../found-phone.ts';
import { remedyOfState } from '../phone-states.ts';
import type { PhoneSelection } from '../phone-selection.ts';
import type { Settings } from '../settings.ts';
import { unmet } from './conditions.ts';
import { PhoneNotAvailableError, type LeftOutPhone } from './target.ts';

const HOW_TO_CONNECT =
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
  const ownerOf = (serial: string) =>
    inventory.phones.find((phone) => phone.serial === serial)?.owner;
  const ready: ReadyPhone[] = [];
  const leftOut: LeftOutPhone[] = [];
  for (const phone of named ?? found) {
    const hindrance = hindranceOf(phone, selection, ownerOf(phone.serial));
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
    remedy: `Name the phone to use: MI_PHONES=${only?.serial}, or --serial ${only?.serial} where the command takes it.`,
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
    });
  }
  return serials.flatMap((serial) => found.filter((phone) => phone.serial === serial));
}

type Hindrance = Omit<LeftOutPhone, 'serial'>;

function hindranceOf(
  { state, facts }: FoundPhone,
  { conditions }: PhoneSelection,
  owner: string | undefined,
): Hindrance | undefined {
  if (state !== 'device') return { reason: `it is not ready: ${state}`, ...remedyOfState(state) };
  if (facts === undefined) {
    return {
      reason: 'it does not answer',
      remedy: 'Look at its screen, and reconnect or restart it.',
    };
  }
  if (facts.sdk > 0 && facts.sdk < MIN_SDK) {
    return {
      reason: `its system is too old for the UiAutomator2 driver: ${facts.system}`,
      remedy: 'Use a phone with Android 8 or later.',
    };
  }
  for (const condition of conditions) {
    const instead = unmet(condition, { facts, owner });
    if (instead === undefined) continue;
    const { fact, comparison, value } = condition;
    return {
      reason: `${fact}${comparison}${value} does not hold: it is ${instead}`,
      remedy: 'Change the conditions in MI_PHONES to use it.',
    };
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
  return found.map(({ serial, state, facts }) => `${serial} (${facts?.model ?? state})`).join(', ');
}
