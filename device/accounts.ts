import type { Adb, CallOptions } from './adb.ts';
import { AdbError, AlreadySignedInError } from './errors.ts';

/** How Android's account manager calls a Mi account. */
export const MI_ACCOUNT_TYPE = 'com.xiaomi';

export interface PhoneAccount {
  /** Xiaomi's system shows only the ends of an id: `6230***535`. */
  name: string;
  /** `MI_ACCOUNT_TYPE` for a Mi account. */
  type: string;
  /** Android's user, 0 for the owner. */
  userId: number;
}

/** @throws {AdbError} when the answer is no list of accounts. */
export async function listAccounts(adb: Adb, call: CallOptions = {}): Promise<PhoneAccount[]> {
  const { stdout, stderr } = await adb.shell('dumpsys account', call);
  const accounts = parseAccounts(stdout);
  if (accounts !== undefined) return accounts;
  throw new AdbError('The phone does not tell which accounts it has.', {
    phone: adb.serial,
    expected: '`dumpsys account` to list the accounts of each user',
    seen: (stderr || stdout).trim().split('\n')[0] || 'nothing',
    remedy: 'Look at Settings → Accounts & sync on the phone.',
  });
}

/**
 * What to say of a phone that somebody is signed in on.
 * @param seen where the account shows.
 */
export function alreadySignedIn(serial: string, seen: string): AlreadySignedInError {
  return new AlreadySignedInError('A Mi account is signed in on this phone already.', {
    phone: serial,
    expected: `no account of type ${MI_ACCOUNT_TYPE}`,
    seen,
    remedy: 'Sign it out with `npm run signout`, then run again.',
    trouble: 'signed-out',
  });
}

/**
 * Parses `dumpsys account`: per user a heading, `Accounts: N`, and N lines. What follows (history,
 * sessions, authenticators) names types of accounts too, and is not read.
 * @returns `undefined` when there is no user in it.
 */
export function parseAccounts(output: string): PhoneAccount[] | undefined {
  const accounts: PhoneAccount[] = [];
  let userId: number | undefined;
  let left = 0;
  for (const line of output.split(/\r?\n/)) {
    const user = /^\s*User UserInfo\{(\d+):/.exec(line)?.[1];
    const count = /^\s*Accounts: (\d+)\s*$/.exec(line)?.[1];
    const account = /^\s*Account \{name=(.*), type=([^,}]*)\}\s*$/.exec(line);
    if (user !== undefined) userId = Number(user);
    else if (count !== undefined) left = Number(count);
    else if (account !== null && left > 0 && userId !== undefined) {
      accounts.push({ name: account[1] ?? '', type: account[2] ?? '', userId });
      left -= 1;
    }
  }
  return userId === undefined ? undefined : accounts;
}
