import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** The page's own files and pictures, and nothing else; no other page may show or address it. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/**
 * Lets in who asks this server by its own address (a name that was bound to it anew would not be), and
 * whose page, if a page asks, is its own.
 * @param address such as `127.0.0.1:41234`
 */
export function ownAddressOnly(address: () => string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const isOwn =
      c.req.header('host') === address() &&
      (origin === undefined || origin === `http://${address()}`);
    if (!isOwn) return c.text('this address answers its own page only', 403);
    // What changes something comes from a page, which says so.
    if (c.req.method !== 'GET' && origin === undefined) return c.text('no Origin', 403);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    return undefined;
  };
}

/** Answers 404 where the address's first part, `:token`, is another. */
export function tokenInPath(token: string): MiddlewareHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(token);
  return async (c, next) => {
    if (!timingSafeEqual(digest(c.req.param('token') ?? ''), expected)) return c.notFound();
    await next();
    return undefined;
  };
}
