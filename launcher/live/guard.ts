import { assertMaySignUp, liveNotice } from '../../config/live.ts';
import type { PhoneUnderTest } from '../../config/run-context.ts';
import type { Settings } from '../../config/settings.ts';
import { alreadySignedIn, listAccounts, MI_ACCOUNT_TYPE } from '../../device/accounts.ts';
import type { Adb } from '../../device/adb.ts';
import type { Ledger } from '../../device/ledger/ledger.ts';

export interface GuardedPhone {
  readonly phone: PhoneUnderTest;
  /** E.164; the number that it would sign up with. */
  readonly number: string;
  /** Absent where no adb reaches the phone: the flow asks it itself, before it touches the screen. */
  readonly adb: Adb | undefined;
}

/**
 * Asks everything that a sign-up on the live service must be asked, before any phone is changed: is it
 * permitted, was the number given for that very phone, does the ledger have neither of them, is nobody
 * signed in. A phone that the run started itself is asked nothing.
 * @returns what is about to happen, a note for each live phone; it is no secret.
 * @throws {LiveSignupNotAllowedError}, {NumberNotGivenError}, {NumberAlreadyUsedError},
 * {AlreadySignedInError}, or {LedgerError} for the first phone that may not begin.
 */
export async function guardLivePhones(
  phones: readonly GuardedPhone[],
  { settings, ledger, signal }: { settings: Settings; ledger: Ledger; signal: AbortSignal },
): Promise<string[]> {
  const live = phones.filter(({ phone }) => phone.environment === 'live');
  for (const { phone, number } of phones) {
    const { serial, environment } = phone;
    assertMaySignUp(phone, { ...settings, phoneNumber: number });
    await ledger.assertReady({ number, serial, environment });
  }
  await Promise.all(
    live.map(async ({ phone, adb }) => {
      const accounts = adb ? await listAccounts(adb, { signal }) : [];
      const account = accounts.find(({ type }) => type === MI_ACCOUNT_TYPE);
      if (account) throw alreadySignedIn(phone.serial, `account ${account.name}`);
    }),
  );
  return live.map(({ phone, number }) => liveNotice(phone, number));
}
