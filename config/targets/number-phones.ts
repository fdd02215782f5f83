import type { FoundPhone, ReadyPhone } from '../found-phone.ts';
import type { PhoneNumberOfPhone } from '../inventory.ts';
import { remedyOfState } from '../phone-states.ts';
import type { Settings } from '../settings.ts';
import type { Hindrance } from './choose-phones.ts';
import { numberFor } from './phones-of-run.ts';
import { PhoneNotAvailableError, type LeftOutPhone } from './target.ts';

const HOW_TO_NUMBER =
  'Set MI_PHONE_NUMBER, with + and the country code first (+1 …, +49 …), or enter the phone in config/phones.json.';

/** A phone that can be used, and the number that it signs up with. */
export interface NumberedPhone extends ReadyPhone, PhoneNumberOfPhone {}

/**
 * Gives each phone its number. One that has none, or whose SMS go to a phone that is not there, is
 * left out.
 * @param ready what `choosePhones` chose. @param found all phones that adb lists.
 * @throws {PhoneNotAvailableError} when such a phone was named, when none is left, or when
 * MI_PHONE_NUMBER would be the number of several.
 */
export function numberPhones(
  ready: readonly ReadyPhone[],
  found: readonly FoundPhone[],
  settings: Settings,
): { numbered: readonly NumberedPhone[]; leftOut: readonly LeftOutPhone[] } {
  assertOneForTheNumber(ready, settings);
  const numbered: NumberedPhone[] = [];
  const leftOut: LeftOutPhone[] = [];
  for (const phone of ready) {
    const { serial } = phone;
    const number = numberFor(settings, serial);
    const hindrance = numberHindrance(serial, number, found);
    if (hindrance !== undefined) leftOut.push({ serial, ...hindrance });
    else if (number !== undefined) numbered.push({ ...phone, ...number });
  }
  const wereNamed = settings.selection.serials.length > 0;
  const [first] = leftOut;
  if (first === undefined || (!wereNamed && numbered.length > 0)) return { numbered, leftOut };
  const serials = leftOut.map(({ serial }) => serial).join(', ');
  if (leftOut.every(({ remedy }) => remedy === HOW_TO_NUMBER)) throw numberMissing(serials);
  throw new PhoneNotAvailableError(`Phone ${first.serial} cannot be used: ${first.reason}.`, {
    phone: serials,
    expected: 'the phone that gets the SMS to be ready too',
    seen: leftOut.map(({ serial, reason }) => `${serial}: ${reason}`).join('; '),
    remedy: first.remedy,
    trouble: first.trouble,
  });
}

/** The error for a phone that is there, and that nobody gave a number. */
export function numberMissing(serial: string): PhoneNotAvailableError {
  return new PhoneNotAvailableError('No number is known for the phone.', {
    phone: serial,
    expected: 'the number that it signs up with',
    seen: 'none in MI_PHONE_NUMBER, and none for this serial in the inventory',
    remedy: HOW_TO_NUMBER,
  });
}

function assertOneForTheNumber(
  ready: readonly ReadyPhone[],
  { phoneNumber, phoneCount }: Settings,
): void {
  if (phoneNumber === undefined || Math.min(ready.length, phoneCount ?? Infinity) <= 1) return;
  throw new PhoneNotAvailableError('One number cannot be that of several phones.', {
    phone: ready.map(({ serial }) => serial).join(', '),
    expected: 'one phone, since MI_PHONE_NUMBER is one number',
    seen: `${ready.length} phones that would be used`,
    remedy: `Name the phone with MI_PHONES=${ready[0]?.serial}, let one be taken with MI_PHONE_COUNT=1, or leave MI_PHONE_NUMBER out and enter each phone's number in config/phones.json.`,
  });
}

/**
 * Why a phone cannot sign up with its number.
 * @param number what `numberFor` says. @param found all phones that adb lists.
 */
export function numberHindrance(
  serial: string,
  number: PhoneNumberOfPhone | undefined,
  found: readonly FoundPhone[],
): Hindrance | undefined {
  if (number === undefined) return { reason: 'it has no number', remedy: HOW_TO_NUMBER };
  const { smsSerial } = number;
  const state = found.find((phone) => phone.serial === smsSerial)?.state;
  if (smsSerial === serial || state === 'device') return undefined;
  return {
    reason: `its SMS go to phone ${smsSerial}, which is ${state ?? 'not connected'}`,
    ...(state === undefined ? { remedy: `Connect ${smsSerial} too.` } : remedyOfState(state)),
  };
}
