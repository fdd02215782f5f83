import { bearerAuth } from 'hono/bearer-auth';
import {
  PICTURE_ORDERS,
  readBody,
  requireBoolean,
  requireString,
  type PictureOrder,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { ServiceError } from '../errors.ts';
import { checkFault } from '../faults.ts';
import { parseLatency } from '../latency.ts';

/**
 * How a test sets the service up while it runs; wants `Authorization: Bearer <admin token>`.
 *
 * `GET | POST | DELETE /admin/faults`: lists the faults, adds one, clears all.
 * `PUT /admin/latency {latency}`; `PUT /admin/picture-code {order}`;
 * `PUT /admin/web-check {on}`.
 */
export function adminRoutes(app: ServiceApp, context: ServiceContext, adminToken: string): void {
  app.use('/admin/*', bearerAuth({ token: adminToken }));

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
    const text = requireString(await readBody(c), 'latency');
    context.latency = asBadRequest(() => parseLatency(text));
    return c.body(null, 204);
  });

  app.put('/admin/picture-code', async (c) => {
    const order = requireString(await readBody(c), 'order');
    if (!PICTURE_ORDERS.includes(order as PictureOrder)) {
      throw new ServiceError('BAD_REQUEST', `order: expected ${PICTURE_ORDERS.join(', ')}`);
    }
    context.settings.pictureCode = order as PictureOrder;
    return c.body(null, 204);
  });

  app.put('/admin/web-check', async (c) => {
    context.settings.webCheck = requireBoolean(await readBody(c), 'on');
    return c.body(null, 204);
  });
}

function asBadRequest<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) throw new ServiceError('BAD_REQUEST', error.message);
    throw error;
  }
}
