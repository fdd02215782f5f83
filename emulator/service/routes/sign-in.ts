import {
  optionalString,
  readBody,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { ServiceError } from '../errors.ts';
import { toE164 } from '../phone-number.ts';
import { openAccount, signedIn } from '../sign-in.ts';
import { weather } from '../weather.ts';

/**
 * `POST /v1/verifications {callingCode, number, code}`: takes the SMS code. Answers
 * `{ticket, pictureRequired, existing}`, where `existing` is `null` or the newest account on that
 * number: `{id, nickname}`.
 *
 * `POST /v1/sign-in {ticket, agreement, pictureId?, accountId?}`: signs in to `accountId`, or
 * makes an account where there is none. Answers `{created, token, account: {id, nickname, phone}}`.
 *
 * `POST /v1/password-sign-in {login, password, agreement?}`: signs in to the newest account with
 * that login (phone number, id or email address) and password. Answers as `/v1/sign-in` does.
 */
export function signInRoutes(app: ServiceApp, context: ServiceContext): void {
  app.post('/v1/verifications', weather(context, 'verifications'), async (c) => {
    const body = await readBody(c);
    const phone = toE164(requireString(body, 'callingCode'), requireString(body, 'number'));
    context.smsCodes.redeem(phone, requireString(body, 'code'), c.get('receivedAtMs'));
    const existing = context.accounts.byPhone(phone)[0];
    const ticket = context.tickets.create(phone);
    context.submissions.remember(ticket, phone);
    return c.json({
      ticket,
      pictureRequired: context.settings.pictureCode === 'after',
      existing: existing ? { id: existing.id, nickname: existing.nickname } : null,
    });
  });

  app.post('/v1/sign-in', weather(context, 'sign-in'), async (c) => {
    const body = await readBody(c);
    const ticket = requireString(body, 'ticket');
    const receivedAtMs = c.get('receivedAtMs');
    const answer = openAccount(context, {
      receivedAtMs,
      phone: context.tickets.phoneOf(ticket, receivedAtMs),
      agreement: requireString(body, 'agreement'),
      accountId: optionalString(body, 'accountId'),
      pictureId: optionalString(body, 'pictureId'),
      isPictureRequired: context.settings.pictureCode === 'after',
    });
    context.tickets.useUp(ticket);
    return c.json(answer);
  });

  app.post('/v1/password-sign-in', weather(context, 'password-sign-in'), async (c) => {
    const body = await readBody(c);
    const password = requireString(body, 'password');
    const agreement = optionalString(body, 'agreement');
    if (agreement === '') throw new ServiceError('AGREEMENT_REQUIRED', 'agreement not accepted');
    const account = context.accounts
      .byLogin(requireString(body, 'login'))
      .find((candidate) => candidate.password === password);
    if (!account) throw new ServiceError('PASSWORD_WRONG', 'no account has that password');
    account.agreement = agreement ?? account.agreement;
    return c.json(signedIn(context, account, false));
  });
}
