import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { GateError } from '../android/gates/gates.ts';
import type { AndroidSystem } from '../android/system.ts';
import { limitBody, newAdminToken, requireToken } from '../http/guards.ts';
import { LoopbackServer } from '../http/loopback-server.ts';
import { RequestError } from './request.ts';
import { dialogRoutes } from './dialog-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { gateRoutes } from './gate-routes.ts';
import { personRoutes } from './person-routes.ts';

/**
 * Where a phone's gates are changed while it runs, and where what happens to a phone is made to
 * happen: over HTTP on a free port of the loopback interface, with a token. README.md beside this
 * file lists the addresses.
 */
export class AdminServer {
  readonly token = newAdminToken();
  readonly #system: AndroidSystem;
  readonly #log: (message: string) => void;
  readonly #server: LoopbackServer;

  /** @param log told of every error that was not expected. */
  constructor(system: AndroidSystem, log: (message: string) => void) {
    this.#system = system;
    this.#log = log;
    this.#server = new LoopbackServer(this.#routes());
  }

  /** Starts to listen; `url` has no trailing slash. */
  start(): Promise<{ url: string }> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #routes(): Hono {
    const app = new Hono();
    app.use(requireToken(this.token, (error) => ({ error })));
    app.use(limitBody((message) => new RequestError(message)));
    gateRoutes(app, this.#system);
    eventRoutes(app, this.#system);
    dialogRoutes(app, this.#system);
    personRoutes(app, this.#system);
    app.notFound((c) => c.json({ error: `no such address: ${c.req.method} ${c.req.path}` }, 404));
    app.onError((error, c) => {
      if (error instanceof HTTPException) return error.getResponse();
      if (error instanceof GateError || error instanceof RequestError) {
        return c.json({ error: error.message }, 400);
      }
      this.#log(error.stack ?? String(error));
      return c.json({ error: `the phone failed on its own: ${error.message}` }, 500);
    });
    return app;
  }
}
