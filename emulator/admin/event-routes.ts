import type { Hono } from 'hono';
import { killForIdling } from '../android/gates/kill-helpers.ts';
import type { AndroidSystem } from '../android/system.ts';
import type { IncomingSms } from '../android/telephony.ts';
import { assertMembers, member, optionalMember, readBody, RequestError } from './request.ts';

/**
 * What happens to a phone: `POST /sms {from, body, sim?, blocked?, sentAt?}`, `PUT /network {online}`,
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
