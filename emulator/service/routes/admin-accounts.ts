import type { Account } from '../accounts.ts';
import {
  assertMembers,
  optionalBoolean,
  optionalString,
  readBody,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { ServiceError } from '../errors.ts';
import { isPhoneNumber } from '../phone-number.ts';

/**
 * `GET /admin/accounts`: `{accounts: [{id, nickname, phone, email, hasPassword, demandsPassword,
 * sessions, agreement, cloud, items}]}`, `items` counting what is synced: `{contacts, notes}`.
 * `POST /admin/accounts {phone, nickname?, email?, password?, demandsPassword?}`: makes one, 201 and
 * the same members.
 */
export function adminAccountRoutes(app: ServiceApp, context: ServiceContext): void {
  const describe = ({ password, createdAtMs: _, ...account }: Account) => ({
    ...account,
    hasPassword: password !== null,
    sessions: context.accounts.sessionsOf(account.id),
    items: context.cloudItems.counts(account.id),
  });

  app.get('/admin/accounts', (c) => c.json({ accounts: context.accounts.list().map(describe) }));

  app.post('/admin/accounts', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['phone', 'nickname', 'email', 'password', 'demandsPassword']);
    const phone = requireString(body, 'phone');
    if (!isPhoneNumber(phone)) {
      throw new ServiceError(
        'BAD_REQUEST',
        `phone: '${phone}' is not in E.164, as +12015550123 is`,
      );
    }
    const password = optionalString(body, 'password');
    if (password === '') throw new ServiceError('BAD_REQUEST', 'password: empty, leave it out');
    const demandsPassword = optionalBoolean(body, 'demandsPassword');
    if (demandsPassword && password === undefined) {
      throw new ServiceError('BAD_REQUEST', 'demandsPassword: give the account a password, too');
    }
    const account = context.accounts.create(phone, context.clock.now(), {
      nickname: optionalString(body, 'nickname'),
      email: optionalString(body, 'email'),
      password,
      demandsPassword,
    });
    return c.json(describe(account), 201);
  });
}
