import parsePhoneNumber from 'libphonenumber-js';
import type { AndroidSystem } from '../../android/system.ts';
import type { PhoneNumber } from './passport-client.ts';

/**
 * The SIM card's own number, where its operator vouches for it to apps: China's operators do, over
 * mobile data, for the phones that are sold there.
 */
export function vouchedSimNumber({
  profile,
  connectivity,
  telephony,
}: AndroidSystem): PhoneNumber | undefined {
  if (profile.region !== 'cn' || !connectivity.mobileData) return undefined;
  const number = parsePhoneNumber(telephony.phoneNumber ?? '');
  if (number?.country !== 'CN') return undefined;
  return { callingCode: `+${number.countryCallingCode}`, number: number.nationalNumber };
}
