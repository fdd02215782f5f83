import type { NewAccount } from './accounts.ts';
import { isPhoneNumber } from './phone-number.ts';

/** An account that somebody made before the phone came into play. */
export interface AccountSeed extends NewAccount {
  /** E.164 */
  readonly phone: string;
}

/**
 * Reads an account: `PHONE` or `PHONE:PASSWORD`, the number in E.164. Everything behind the first
 * colon is the password.
 * @throws RangeError saying what is wrong with the text
 */
export function parseAccountSeed(text: string): AccountSeed {
  const colon = text.indexOf(':');
  const phone = (colon < 0 ? text : text.slice(0, colon)).trim();
  if (!isPhoneNumber(phone)) {
    throw new RangeError(
      `account '${phone}': expected PHONE or PHONE:PASSWORD, the number with its country code, ` +
        'as in +12015550123:secret',
    );
  }
  if (colon < 0) return { phone };
  const password = text.slice(colon + 1);
  if (password === '') {
    throw new RangeError(`account '${text}': the password is empty; leave the colon out`);
  }
  return { phone, password };
}
