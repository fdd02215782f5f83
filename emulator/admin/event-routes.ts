import type { Hono } from 'hono';
import { killForIdling } from '../android/gates/kill-helpers.ts';
import type { AndroidSystem } from '../android/system.ts';
import type { IncomingSms } from '../android/telephony.ts';
import { assertMembers, member, optionalMember, readBody, RequestError } from './request.ts';

/**
 * What happens to a phone: `POST /sms {from, body, sim?, blocked?, sentAt?}`, `PUT /network {online}`,
 * `PUT /airplane {on}`, `PUT /battery {level?, charging?}`, `PUT /language {locale}`,
 * `POST /processes/kill {package}`, `POST /restart`.
 */
export function eventRoutes(app: Hono, system: AndroidSystem): void {
  app.post('/sms', async (c) => {
    const request = await readBody(c);
    system.telephony.receiveSms(readSms(request, system));
    return c.body(null, 204);
  });

  app.put('/network', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['online']);
    const online = member(body, 'online', 'boolean');
    system.connectivity.wifi = online;
    system.connectivity.mobileData = online;
    return c.body(null, 204);
  });

  app.put('/airplane', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['on']);
    system.connectivity.airplane = member(body, 'on', 'boolean');
    return c.body(null, 204);
  });

  app.put('/battery', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['level', 'charging']);
    const level = optionalMember(body, 'level', 'number');
    const charging = optionalMember(body, 'charging', 'boolean');
    if (level !== undefined && !(Number.isInteger(level) && level >= 0 && level <= 100)) {
      throw new RequestError(`'level': ${level} is not a whole number from 0 to 100`);
    }
    system.power.setBattery({
      ...(level === undefined ? {} : { levelPercent: level }),
      ...(charging === undefined ? {} : { charging }),
    });
    return c.body(null, 204);
  });

  app.put('/language', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['locale']);
    const locale = member(body, 'locale', 'string');
    const { locales } = system.profile;
    if (!locales.includes(locale)) {
      throw new RequestError(`'locale': '${locale}' is not one of ${locales.join(', ')}`);
    }
    system.settings.put('system', 'system_locales', locale);
    return c.body(null, 204);
  });

  callRoutes(app, system);

  app.post('/processes/kill', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['package']);
    const packageName = member(body, 'package', 'string');
    if (!killForIdling(system, packageName)) {
      throw new RequestError(`'package': no process '${packageName}' runs`);
    }
    return c.body(null, 204);
  });

  app.post('/restart', (c) => {
    system.power.reboot('admin');
    return c.body(null, 202);
  });
}

function callRoutes(app: Hono, { calls }: AndroidSystem): void {
  app.post('/calls', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['from', 'as']);
    const as = optionalMember(body, 'as', 'string');
    if (as !== undefined && as !== 'heads-up' && as !== 'full-screen') {
      throw new RequestError(`'as': '${as}' is not one of heads-up, full-screen`);
    }
    if (!calls.ring(member(body, 'from', 'string'), as)) {
      throw new RequestError('the phone has no service, or is in a call');
    }
    return c.body(null, 204);
  });

  app.post('/calls/answer', (c) => {
    if (!calls.answer()) throw new RequestError('no call rings');
    return c.body(null, 204);
  });

  app.post('/calls/end', (c) => {
    if (!calls.end()) throw new RequestError('there is no call');
    return c.body(null, 204);
  });
}

function readSms(
  request: Readonly<Record<string, unknown>>,
  { telephony }: AndroidSystem,
): IncomingSms {
  assertMembers(request, ['from', 'body', 'sim', 'blocked', 'sentAt']);
  const sim = optionalMember(request, 'sim', 'number');
  const count = telephony.sims.length;
  if (sim !== undefined && !telephony.sims.some(({ slot }) => slot === sim - 1)) {
    throw new RequestError(`'sim': ${sim} is no SIM card of this phone, expected 1 to ${count}`);
  }
  const sentAt = optionalMember(request, 'sentAt', 'string');
  return {
    from: member(request, 'from', 'string'),
    body: member(request, 'body', 'string'),
    blocked: optionalMember(request, 'blocked', 'boolean') ?? false,
    ...(sim === undefined ? {} : { slot: sim - 1 }),
    ...(sentAt === undefined ? {} : { sentMs: instant(sentAt) }),
  };
}

/** @throws RequestError if it is no moment as ISO 8601 writes it. */
function instant(text: string): number {
  const ms = Date.parse(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(ms)) return ms;
  throw new RequestError(`'sentAt': '${text}' is no time such as 2026-01-31T12:00:00.000Z`);
}
