import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createMiddleware } from 'hono/factory';
import type { ServiceContext, ServiceEnv } from './context.ts';
import { ServiceError } from './errors.ts';
import { drawLatencyMs } from './latency.ts';
import type { RoutePoint } from './points.ts';

const WEB_PAGE =
  '<!DOCTYPE html><html><head><title>Welcome</title></head><body>Log in</body></html>';

/**
 * What a request goes through before its handler: the latency of the day, then the faults put on
 * this endpoint. A caller that hangs up while it waits gets no handler at all.
 */
export function weather(context: ServiceContext, point: RoutePoint) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    const gone = AbortSignal.any([context.lifetime, c.req.raw.signal]);
    const latencyMs = drawLatencyMs(context.latency, context.random);
    if (latencyMs > 0 && !(await sleptThrough(latencyMs))) return RESPONSE_ALREADY_SENT;

    const fault = context.faults.strike(point);
    switch (fault?.kind) {
      case undefined:
      case 'drop':
        return next();
      case 'status':
        return c.body(null, fault.status as 500);
      case 'html':
        return c.html(WEB_PAGE);
      case 'error':
        throw new ServiceError(fault.code, 'this answer was ordered by a fault');
      case 'hang':
        if (!gone.aborted) {
          await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }));
        }
        return RESPONSE_ALREADY_SENT;
      case 'reset':
        c.env.incoming.socket.resetAndDestroy();
        return RESPONSE_ALREADY_SENT;
    }

    async function sleptThrough(ms: number): Promise<boolean> {
      try {
        await context.clock.sleep(ms, gone);
        return true;
      } catch (error) {
        if (gone.aborted) return false;
        throw error;
      }
    }
  });
}
