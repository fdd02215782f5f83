import { requireToken } from '../../http/guards.ts';
import {
  assertMembers,
  readBody,
  requireBoolean,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { ServiceError } from '../errors.ts';
import { checkFault } from '../faults.ts';
import { parseLatencyRule } from '../latencies.ts';
import { isPhoneNumber } from '../phone-number.ts';
import { PICTURE_DIFFICULTIES, PICTURE_ORDERS } from '../settings.ts';
import { checkSmsSettings } from '../sms-settings.ts';
import { UNKNOWN_NUMBER } from '../submissions.ts';
import { adminAccountRoutes } from './admin-accounts.ts';

/**
 * How the service is set up while it runs; wants `Authorization: Bearer <admin token>`.
 *
 * `GET /admin/settings`: all that can be set.
 * `GET | POST | DELETE /admin/faults`: lists the faults, adds one, clears all.
 * `PUT /admin/latency {latency}`, `DELETE /admin/latency`; `PUT /admin/picture-code {order?,
 * difficulty?}`; `PUT /admin/web-check {on}`; `PUT /admin/sms {digits?, template?, loss?, copies?,
 * order?, resendAfterSeconds?, validForSeconds?}`.
 * `GET /admin/submissions`, `GET /admin/submissions/:number`, `DELETE /admin/submissions`: what
 * arrived.
 */
export function adminRoutes(app: ServiceApp, context: ServiceContext, adminToken: string): void {
  const refusal = (message: string) => ({ error: { code: 'NOT_SIGNED_IN', message } });
  app.use('/admin/*', requireToken(adminToken, refusal));
  adminAccountRoutes(app, context);
  weatherRoutes(app, context);
  settingsRoutes(app, context);
  submissionRoutes(app, context);
}

function weatherRoutes(app: ServiceApp, context: ServiceContext): void {
  app.get('/admin/faults', (c) => c.json({ faults: context.faults.list() }));

  app.post('/admin/faults', async (c) => {
    const body = await readBody(c);
    context.faults.add(asBadRequest(() => checkFault(body)));
    return c.body(null, 204);
  });

  app.delete('/admin/faults', (c) => {
    context.faults.clear();
    return c.body(null, 204);
  });

  app.put('/admin/latency', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['latency']);
    const text = requireString(body, 'latency');
    context.latencies.set(asBadRequest(() => parseLatencyRule(text)));
    return c.body(null, 204);
  });

  app.delete('/admin/latency', (c) => {
    context.latencies.clear();
    return c.body(null, 204);
  });
}

function settingsRoutes(app: ServiceApp, context: ServiceContext): void {
  const { settings } = context;

  app.get('/admin/settings', (c) =>
    c.json({ ...settings, latency: context.latencies.list(), faults: context.faults.list() }),
  );

  app.put('/admin/picture-code', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['order', 'difficulty']);
    const order = optionalChoice(body, 'order', PICTURE_ORDERS);
    const difficulty = optionalChoice(body, 'difficulty', PICTURE_DIFFICULTIES);
    if (order === undefined && difficulty === undefined) {
      throw new ServiceError('BAD_REQUEST', 'expected order, difficulty or both');
    }
    settings.pictureCode = order ?? settings.pictureCode;
    settings.pictureDifficulty = difficulty ?? settings.pictureDifficulty;
    return c.body(null, 204);
  });

  app.put('/admin/web-check', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['on']);
    settings.webCheck = requireBoolean(body, 'on');
    return c.body(null, 204);
  });

  app.put('/admin/sms', async (c) => {
    const body = await readBody(c);
    settings.sms = { ...settings.sms, ...asBadRequest(() => checkSmsSettings(body)) };
    return c.body(null, 204);
  });
}

function submissionRoutes(app: ServiceApp, { submissions }: ServiceContext): void {
  app.get('/admin/submissions', (c) =>
    c.json({ counts: submissions.counts(), duplicates: submissions.duplicates() }),
  );

  app.get('/admin/submissions/:number', (c) => {
    const number = c.req.param('number');
    if (number !== UNKNOWN_NUMBER && !isPhoneNumber(number)) {
      throw new ServiceError(
        'BAD_REQUEST',
        `'${number}': expected a number in E.164, as +12015550123 is, or ${UNKNOWN_NUMBER}`,
      );
    }
    return c.json({
      counts: submissions.counts()[number] ?? {},
      duplicates: submissions.duplicates()[number] ?? {},
      submissions: submissions.of(number),
    });
  });

  app.delete('/admin/submissions', (c) => {
    submissions.clear();
    return c.body(null, 204);
  });
}

function optionalChoice<T extends string>(
  body: Record<string, unknown>,
  name: string,
  choices: readonly T[],
): T | undefined {
  if (body[name] === undefined) return undefined;
  const choice = choices.find((known) => known === body[name]);
  if (!choice) throw new ServiceError('BAD_REQUEST', `${name}: expected ${choices.join(', ')}`);
  return choice;
}

function asBadRequest<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) throw new ServiceError('BAD_REQUEST', error.message);
    throw error;
  }
}
