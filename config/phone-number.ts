import {
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type ValidatePhoneNumberLengthResult,
} from 'libphonenumber-js/max';

/** From a range reserved for fiction (NANP 555-01xx): nobody's phone. */
export const FICTITIOUS_NUMBER = '+12015550123';

/**
 * Reads a phone number with its country code, however it is spaced, into E.164.
 * @returns `undefined` for anything that libphonenumber does not hold for a subscriber's number.
 */
export function toE164(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text.trim(), { extract: false });
  return number?.isValid() && number.ext === undefined ? number.number : undefined;
}

const FLAWS: Partial<Record<ValidatePhoneNumberLengthResult, string>> = {
  INVALID_COUNTRY: '; no country has this code',
  TOO_SHORT: '; this one is too short',
  TOO_LONG: '; this one is too long',
  INVALID_LENGTH: '; no number of this country is that long',
};

/** What is wrong with a number that `toE164` does not take, to follow “expected …”; often empty. */
export function numberFlaw(text: string): string {
  const flaw = text.trim().startsWith('+') ? validatePhoneNumberLength(text.trim()) : undefined;
  return (flaw && FLAWS[flaw]) ?? '';
}

/** Shows a mistyped number's shape without its digits: `+1 201 555` → `+• ••• •••`. */
export function hideDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, '•');
}

/** A number by its end, as people tell theirs apart: `…123`. */
export function numberEnding(number: string): string {
  return `…${number.slice(-3)}`;
}

/** Hides whatever is long enough to be a phone number, and leaves ports and durations readable. */
export function hidePhoneNumbers(text: string): string {
  return text.replace(/\p{Nd}(?:[\s().-]{0,2}\p{Nd}){6,}/gu, hideDigits);
}

/**
 * Takes an E.164 number apart, as forms with a separate country code want it.
 * @returns the calling code with its plus (`+1`) and the national number, digits only.
 */
export function splitNumber(e164: string): { callingCode: string; national: string } {
  const number = parsePhoneNumberFromString(e164);
  if (!number) throw new Error(`not an E.164 number: ${hideDigits(e164)}`);
  return { callingCode: `+${number.countryCallingCode}`, national: number.nationalNumber };
}
