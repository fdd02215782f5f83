import {
  bearerToken,
  readBody,
  requireBoolean,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { weather } from '../weather.ts';

/**
 * What a signed-in phone may do; all want `Authorization: Bearer <token>`.
 *
 * `PUT /v1/account/cloud {agreement, sync, findDevice}`: consents to Xiaomi Cloud and to that
 * version of its agreement, with these switches.
 * `DELETE /v1/session`: signs out.
 */
export function accountRoutes(app: ServiceApp, context: ServiceContext): void {
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
