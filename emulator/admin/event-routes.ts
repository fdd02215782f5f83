import type { Hono } from 'hono';
import { killHelper } from '../android/gates/kill-helpers.ts';
import type { AndroidSystem } from '../android/system.ts';
import { assertMembers, member, readBody, RequestError } from './request.ts';

/**
 * What happens to a phone: `POST /sms {from, body}`, `PUT /network {online}`,
 * `POST /processes/kill {package}`, `POST /restart`.
 */
export function eventRoutes(app: Hono, system: AndroidSystem): void {
  app.post('/sms', async (c) => {
    const request = await readBody(c);
    assertMembers(request, ['from', 'body']);
    const [from, body] = [member(request, 'from', 'string'), member(request, 'body', 'string')];
    system.telephony.receiveSms({ from, body });
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
    if (!killHelper(system, packageName)) {
      throw new RequestError(`'package': no process '${packageName}' runs`);
    }
    return c.body(null, 204);
  });

  app.post('/restart', (c) => {
    system.power.reboot('admin');
    return c.body(null, 202);
  });
}
