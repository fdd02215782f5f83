import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ServiceContext, ServiceEnv } from './context.ts';
import { ServiceError } from './errors.ts';
import type { RoutePoint } from './points.ts';
import { whoseRequest } from './submitted.ts';

const WEB_PAGE =
  '<!DOCTYPE html><html><head><title>Welcome</title></head><body>Log in</body></html>';
const OTHER_JSON = { result: 'ok', data: [] };
const NO_JSON = 'OK, done';
const JSON_TYPE = { 'content-type': 'application/json' };
/** Methods that submit nothing. */
const READING_METHODS = ['GET', 'HEAD'];
/** What is cut in half where the service answers without a body. */
const SOME_JSON = JSON.stringify(OTHER_JSON);

/**
 * What a request goes through before its handler: it is counted, then waits out the latency of this
 * endpoint, then meets the faults put on it. A caller that hangs up while it waits gets no handler
 * at all.
 */
export function weather(context: ServiceContext, point: RoutePoint) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    c.set('receivedAtMs', context.clock.now());
    const markHandled = await count(context, point, c);
    const gone = AbortSignal.any([context.lifetime, c.req.raw.signal]);
    const latencyMs = context.latencies.nextMs(point);
    if (latencyMs > 0 && !(await sleptThrough(latencyMs))) return RESPONSE_ALREADY_SENT;

    const handle = () => {
      markHandled();
      return next();
    };
    const fault = context.faults.strike(point);
    switch (fault?.kind) {
      case undefined:
      case 'pass':
      case 'drop':
        return handle();
      case 'status':
        return c.body(null, fault.status as 500);
      case 'html':
        return c.html(WEB_PAGE, (fault.status ?? 200) as 200);
      case 'wrong-json':
        return c.json(OTHER_JSON);
      case 'not-json':
        return c.body(NO_JSON, 200, JSON_TYPE);
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
      case 'lost':
        await handle();
        c.env.incoming.socket.resetAndDestroy();
        takeBackAnswer(c);
        return undefined;
      case 'half':
        await handle();
        await sendHalf(c);
        takeBackAnswer(c);
        return undefined;
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

/** Counts a request that submits something; the returned function says that it is acted upon. */
async function count(
  context: ServiceContext,
  point: RoutePoint,
  c: Context<ServiceEnv>,
): Promise<() => void> {
  if (READING_METHODS.includes(c.req.method)) return () => {};
  const receivedAtMs = c.get('receivedAtMs');
  const { outgoing } = c.env;
  const whose = await whoseRequest(context, c);
  c.set('number', whose.number);
  const { resendAfterSeconds } = context.settings.sms;
  const arrived = { point, receivedAtMs, ...whose };
  const submission = context.submissions.open(arrived, resendAfterSeconds * 1000);
  outgoing.once('finish', () => submission.answered(outgoing.statusCode, context.clock.now()));
  outgoing.once('close', () => submission.closed());
  // It may be over before anybody listened.
  if (outgoing.closed) submission.closed();
  return submission.handled;
}

/** Sends the head of the answer, which promises its whole length, and the first half of its body. */
async function sendHalf(c: Context<ServiceEnv>): Promise<void> {
  const { incoming, outgoing } = c.env;
  const body = Buffer.from((await c.res.text()) || SOME_JSON);
  const status = c.res.status === 204 ? 200 : c.res.status;
  outgoing.writeHead(status, { ...JSON_TYPE, 'content-length': body.length });
  outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => incoming.socket.destroySoon());
}

/** Hono would send what the handler answered. */
function takeBackAnswer(c: Context<ServiceEnv>): void {
  // Without this its headers would go into the next one.
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT;
}
