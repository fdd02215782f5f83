import { COLLECTIONS, type Collection } from '../cloud-items.ts';
import { bearerToken, readBody, type ServiceApp, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { weather } from '../weather.ts';

/** As long as a UUID. */
const ITEM_ID = /^[\w-]{1,36}$/;

/**
 * The data that phones sync through an account; all want `Authorization: Bearer <token>`.
 *
 * `GET /v1/sync/:collection?since=VERSION`: `{version, items: [{id, version, value}]}`, what was
 * written after that version of the collection (0, the default, for all), and the version now.
 * `PUT /v1/sync/:collection/:item {value}`: writes an item; `{version}`, which only grows.
 */
export function syncRoutes(app: ServiceApp, context: ServiceContext): void {
  app.get('/v1/sync/:collection', weather(context, 'sync-pull'), (c) => {
    const { id } = context.accounts.bySession(bearerToken(c));
    const collection = requireCollection(c.req.param('collection'));
    const since = Number(c.req.query('since') ?? 0);
    if (!Number.isSafeInteger(since) || since < 0) {
      throw new ServiceError('BAD_REQUEST', 'since: not a version');
    }
    return c.json(context.cloudItems.changes(id, collection, since));
  });

  app.put('/v1/sync/:collection/:item', weather(context, 'sync-push'), async (c) => {
    const { id } = context.accounts.bySession(bearerToken(c));
    const collection = requireCollection(c.req.param('collection'));
    const itemId = c.req.param('item');
    if (!ITEM_ID.test(itemId)) throw new ServiceError('BAD_REQUEST', 'not the id of an item');
    const { value } = await readBody(c);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ServiceError('BAD_REQUEST', 'value: not an object');
    }
    const item = { id: itemId, value: value as Record<string, unknown> };
    return c.json(context.cloudItems.put(id, collection, item));
  });
}

/** @throws ServiceError NOT_FOUND */
function requireCollection(name: string): Collection {
  const collection = COLLECTIONS.find((known) => known === name);
  if (!collection) throw new ServiceError('NOT_FOUND', `no such collection: ${name}`);
  return collection;
}
