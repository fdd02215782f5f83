import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { ServiceError } from './errors.ts';

/** Whether the service would send a code to that number in E.164. */
export function isPhoneNumber(e164: string): boolean {
  const number = parsePhoneNumberFromString(e164);
  return number !== undefined && number.isValid() && number.number === e164;
}

/**
 * The number in E.164.
 * @param callingCode with or without `+`
 * @param number the national number as typed; separators are dropped, and a leading 0 where the
 *   country dials it within its borders only
 * @throws ServiceError PHONE_INVALID
 */
export function toE164(callingCode: string, number: string): string {
  const code = callingCode.replace(/^\+/, '');
  const national = number.replace(/[\s().-]/g, '');
  const parsed = /^\d+$/.test(code + national)
    ? parsePhoneNumberFromString(`+${code}${national}`)
    : undefined;
  if (!parsed?.isValid() || parsed.countryCallingCode !== code) {
    throw new ServiceError('PHONE_INVALID', 'this is not a phone number');
  }
  return parsed.number;
}

/** The number as it is dialled within its country, without a trunk prefix. */
export function nationalNumber(e164: string): string | undefined {
  return parsePhoneNumberFromString(e164)?.nationalNumber;
}
