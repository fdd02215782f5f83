import {
  optionalString,
  readBody,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { toE164 } from '../phone-number.ts';
import { openAccount } from '../sign-in.ts';
import { weather } from '../weather.ts';

/**
 * Signing in by the SIM card's own number. No code is sent: the operator vouches for the number.
 *
 * `POST /v1/sim-accounts {callingCode, number}`: `{phone, accounts: [{id, nickname}],
 * pictureRequired}`, the accounts that the number has, the newest first.
 *
 * `POST /v1/sim-sign-in {callingCode, number, agreement, accountId?, pictureId?}`: signs in to
 * `accountId`, or makes an account. Answers as `/v1/sign-in` does.
 */
export function simRoutes(app: ServiceApp, context: ServiceContext): void {
  const isPictureRequired = () => context.settings.pictureCode !== 'never';

  app.post('/v1/sim-accounts', weather(context, 'sim-accounts'), async (c) => {
    const body = await readBody(c);
    const phone = toE164(requireString(body, 'callingCode'), requireString(body, 'number'));
    return c.json({
      phone,
      accounts: context.accounts.byPhone(phone).map(({ id, nickname }) => ({ id, nickname })),
      pictureRequired: isPictureRequired(),
    });
  });

  app.post('/v1/sim-sign-in', weather(context, 'sim-sign-in'), async (c) => {
    const body = await readBody(c);
    const phone = toE164(requireString(body, 'callingCode'), requireString(body, 'number'));
    const request = {
      phone,
      agreement: requireString(body, 'agreement'),
      accountId: optionalString(body, 'accountId'),
      pictureId: optionalString(body, 'pictureId'),
      isPictureRequired: isPictureRequired(),
      receivedAtMs: c.get('receivedAtMs'),
    };
    return c.json(openAccount(context, request));
  });
}
