import {
  optionalString,
  readBody,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { ServiceError } from '../errors.ts';
import { toE164 } from '../phone-number.ts';
import { weather } from '../weather.ts';

/**
 * `POST /v1/verifications {callingCode, number, code}`: takes the SMS code. Answers
 * `{ticket, pictureRequired, existing}`, where `existing` is `null` or the newest account on that
 * number: `{id, nickname}`.
 *
 * `POST /v1/sign-in {ticket, agreement, pictureId?, accountId?}`: signs in to `accountId`, or
 * makes an account where there is none. Answers `{created, token, account: {id, nickname, phone}}`.
 *
 * `POST /v1/password-sign-in {login, password}`: accounts made with a phone number have no
 * password, so this service refuses every one.
 */
export function signInRoutes(app: ServiceApp, context: ServiceContext): void {
  app.post('/v1/verifications', weather(context, 'verifications'), async (c) => {
    const body = await readBody(c);
    const phone = toE164(requireString(body, 'callingCode'), requireString(body, 'number'));
    context.smsCodes.redeem(phone, requireString(body, 'code'));
    const existing = context.accounts.byPhone(phone)[0];
    return c.json({
      ticket: context.tickets.create(phone),
      pictureRequired: context.pictureOrder === 'after',
      existing: existing ? { id: existing.id, nickname: existing.nickname } : null,
    });
  });

  app.post('/v1/sign-in', weather(context, 'sign-in'), async (c) => {
    const body = await readBody(c);
    const ticket = requireString(body, 'ticket');
    const phone = context.tickets.phoneOf(ticket);
    const agreement = requireString(body, 'agreement');
    const accountId = optionalString(body, 'accountId');
    if (agreement === '') throw new ServiceError('AGREEMENT_REQUIRED', 'agreement not accepted');
    if (context.pictureOrder === 'after') {
      context.pictureCodes.redeem(optionalString(body, 'pictureId'));
    }
    const existing = context.accounts.byPhone(phone).find((account) => account.id === accountId);
    if (accountId !== undefined && !existing) {
      throw new ServiceError('ACCESS_DENIED', 'that account is not on this number');
    }
    const account = existing ?? context.accounts.create(phone, context.clock.now());
    context.tickets.useUp(ticket);
    account.agreement = agreement;
    const { id, nickname } = account;
    return c.json({
      created: existing === undefined,
      token: context.accounts.openSession(account),
      account: { id, nickname, phone },
    });
  });

  app.post('/v1/password-sign-in', weather(context, 'password-sign-in'), async (c) => {
    const body = await readBody(c);
    requireString(body, 'login');
    requireString(body, 'password');
    throw new ServiceError('PASSWORD_WRONG', 'no account has that password');
  });
}
