import {
  bearerToken,
  readBody,
  requireBoolean,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { ServiceError } from '../errors.ts';
import { weather } from '../weather.ts';

/**
 * What a signed-in phone may do; all want `Authorization: Bearer <token>`.
 *
 * `GET /v1/account`: `{id, nickname, phone, hasPassword, cloud}`, `cloud` being what was agreed to or
 * `null`.
 * `POST /v1/account/password-checks {password}`: 204 if it is the account's. An account without a
 * password cannot be asked for it: look at `hasPassword` first.
 * `PUT /v1/account/cloud {agreement, sync, findDevice}`: consents to Xiaomi Cloud and to that
 * version of its agreement, with these switches.
 * `DELETE /v1/session`: signs out.
 */
export function accountRoutes(app: ServiceApp, context: ServiceContext): void {
  app.get('/v1/account', weather(context, 'account'), (c) => {
    const { id, nickname, phone, password, cloud } = context.accounts.bySession(bearerToken(c));
    return c.json({ id, nickname, phone, hasPassword: password !== null, cloud });
  });

  app.post('/v1/account/password-checks', weather(context, 'password-checks'), async (c) => {
    const account = context.accounts.bySession(bearerToken(c));
    if (account.password !== requireString(await readBody(c), 'password')) {
      throw new ServiceError('PASSWORD_WRONG', 'this is not the password of the account');
    }
    return c.body(null, 204);
  });

  app.put('/v1/account/cloud', weather(context, 'cloud'), async (c) => {
    const account = context.accounts.bySession(bearerToken(c));
    const body = await readBody(c);
    account.cloud = {
      agreement: requireString(body, 'agreement'),
      sync: requireBoolean(body, 'sync'),
      findDevice: requireBoolean(body, 'findDevice'),
    };
    return c.body(null, 204);
  });

  app.delete('/v1/session', weather(context, 'session'), (c) => {
    const token = bearerToken(c);
    context.accounts.bySession(token);
    context.accounts.closeSession(token);
    return c.body(null, 204);
  });
}
