import type { Account } from './accounts.ts';
import type { ServiceContext } from './context.ts';
import { ServiceError } from './errors.ts';

/** What every way to sign in answers. */
export interface SignedIn {
  /** Whether the account was made just now. */
  readonly created: boolean;
  readonly token: string;
  readonly account: { readonly id: string; readonly nickname: string; readonly phone: string };
}

/**
 * Opens an account for somebody who holds its phone number: `accountId`, or a new one.
 * @throws ServiceError AGREEMENT_REQUIRED, ACCESS_DENIED (not an account of the number),
 *   PASSWORD_REQUIRED, PICTURE_REQUIRED, PICTURE_EXPIRED, REGISTER_RESTRICTED
 */
export function openAccount(
  context: ServiceContext,
  request: {
    /** E.164 */
    readonly phone: string;
    /** Version of the user agreement; empty if it was not accepted. */
    readonly agreement: string;
    readonly accountId: string | undefined;
    readonly pictureId: string | undefined;
    readonly isPictureRequired: boolean;
    /** When the request arrived. */
    readonly receivedAtMs: number;
  },
): SignedIn {
  const { phone, agreement, accountId } = request;
  if (agreement === '') throw new ServiceError('AGREEMENT_REQUIRED', 'agreement not accepted');
  const existing = context.accounts.byPhone(phone).find((account) => account.id === accountId);
  if (accountId !== undefined && !existing) {
    throw new ServiceError('ACCESS_DENIED', 'that account is not on this number');
  }
  if (existing?.demandsPassword) {
    throw new ServiceError('PASSWORD_REQUIRED', 'this account opens with its password only');
  }
  if (request.isPictureRequired)
    context.pictureCodes.redeem(request.pictureId, request.receivedAtMs);
  const account = existing ?? context.accounts.create(phone, context.clock.now());
  account.agreement = agreement;
  return signedIn(context, account, existing === undefined);
}

/** Opens a session. */
export function signedIn(context: ServiceContext, account: Account, created: boolean): SignedIn {
  const { id, nickname, phone } = account;
  const token = context.accounts.openSession(account);
  context.submissions.remember(token, phone);
  return { created, token, account: { id, nickname, phone } };
}
