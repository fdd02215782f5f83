import { NO_SESSION_ID, type Route, SessionAnswer } from './command.ts';
import { toServerError, UnknownCommandError } from './errors.ts';
import { Body } from './http/body.ts';
import type { HttpAnswer } from './http/http-server.ts';
import { type Match, Router } from './http/router.ts';
import { ROUTES } from './routes.ts';
import type { ServerCore } from './server-core.ts';

const LEGACY_PREFIX = '/wd/hub';
const LOGGED_ANSWER_LENGTH = 300;

/** Answers requests as the real server's AppiumServlet does. */
export class Dispatcher {
  readonly #server: ServerCore;
  readonly #router = new Router<Route>(ROUTES);

  constructor(server: ServerCore) {
    this.#server = server;
  }

  /**
   * Rejects, which drops the connection, for a path that is not percent-encoded as it should be: the
   * real server decodes it outside of what turns exceptions into answers, and Netty closes.
   */
  async dispatch(method: string, url: string, body: string): Promise<HttpAnswer> {
    this.#server.log(`channel read: ${method} ${url}`);
    const path = (url.startsWith(LEGACY_PREFIX) ? url.slice(LEGACY_PREFIX.length) : url).split(
      '?',
      1,
    )[0];
    const match = this.#router.match(method, path ?? '');
    const sessionId = match?.params['sessionId'] ?? (match ? NO_SESSION_ID : null);
    try {
      if (!match) throw new UnknownCommandError();
      const value = await this.#run(match, body);
      return value instanceof SessionAnswer
        ? this.#answer(200, value.value, value.sessionId)
        : this.#answer(200, value ?? null, sessionId);
    } catch (thrown) {
      const { status, error, message, stacktrace } = toServerError(thrown);
      return this.#answer(status, { error, message, stacktrace }, sessionId);
    }
  }

  async #run({ route, params }: Match<Route>, text: string): Promise<unknown> {
    const server = this.#server;
    if (!route.needsSession) {
      return await route.handle({ server, params, body: Body.parse(text) });
    }
    const session = server.sessionOf(params['sessionId']);
    return await route.handle({ server, session, params, body: Body.parse(text) });
  }

  #answer(status: number, value: unknown, sessionId: string | null): HttpAnswer {
    const body = JSON.stringify({ value, sessionId });
    const isLong = status === 200 && body.length > LOGGED_ANSWER_LENGTH;
    const logged = isLong ? `${body.slice(0, LOGGED_ANSWER_LENGTH)}…` : body;
    this.#server.log(`AppiumResponse: ${logged}`);
    return { status, body };
  }
}
