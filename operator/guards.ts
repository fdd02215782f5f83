import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Headers of every answer: nothing is kept, framed, sniffed or told to others, and the page runs
 * nothing but its own files.
 */
export const guardedHeaders: MiddlewareHandler[] = [
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // Live pictures come through the page's own script.
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    // It is served without TLS, on this machine only.
    strictTransportSecurity: false,
  }),
  async (c, next) => {
    await next();
    // hono's event streams set a weaker one themselves.
    c.res.headers.set('Cache-Control', 'no-store');
  },
];

/**
 * Refuses what was asked of another name than this machine's own: a web page whose name was made to
 * point here (DNS rebinding) would pass for ours otherwise.
 */
export const loopbackHostOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  if (!LOOPBACK_NAMES.has(host.replace(/:\d+$/, ''))) {
    return c.text('This page is served to this machine only.', 403);
  }
  return next();
};

/** Answers 404 to everything whose path does not begin with the token. */
export function tokenInPath(token: string): MiddlewareHandler {
  const expected = Buffer.from(token);
  return async (c, next) => {
    const given = Buffer.from(c.req.path.split('/')[1] ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.notFound();
    return next();
  };
}

/**
 * Refuses a request that changes something unless it comes from the page itself: browsers name the
 * page that sends one.
 */
export const ownOriginOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.header('origin') !== `http://${c.req.header('host') ?? ''}`) {
    return c.json({ message: 'Only the operator page itself may answer.' }, 403);
  }
  return next();
};
