import { ServiceError } from './errors.ts';

/** Fewest and most digits after the calling code, where the numbering plan fixes them. */
const NATIONAL_LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  '1': [10, 10],
  '7': [10, 10],
  '33': [9, 9],
  '34': [9, 9],
  '44': [9, 10],
  '49': [7, 11],
  '61': [9, 9],
  '81': [9, 10],
  '86': [11, 11],
  '91': [10, 10],
};
const ANY_NATIONAL_LENGTH = [5, 12] as const;

/**
 * The number in E.164.
 * @param callingCode with or without `+`
 * @param number the national number as typed; separators and one trunk 0 are dropped
 * @throws ServiceError PHONE_INVALID
 */
export function toE164(callingCode: string, number: string): string {
  const code = callingCode.replace(/^\+/, '');
  const national = number.replace(/[\s().-]/g, '').replace(/^0/, '');
  const [shortest, longest] = NATIONAL_LENGTHS[code] ?? ANY_NATIONAL_LENGTH;
  const valid =
    /^[1-9]\d{0,2}$/.test(code) &&
    /^\d+$/.test(national) &&
    national.length >= shortest &&
    national.length <= longest;
  if (!valid) throw new ServiceError('PHONE_INVALID', 'this is not a phone number');
  return `+${code}${national}`;
}
