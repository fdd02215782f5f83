import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { HTTPException } from 'hono/http-exception';
import { GateError } from '../android/gates/gates.ts';
import type { AndroidSystem } from '../android/system.ts';
import { RequestError } from './request.ts';
import { eventRoutes } from './event-routes.ts';
import { gateRoutes } from './gate-routes.ts';
import { personRoutes } from './person-routes.ts';

/**
 * Where a phone's gates are changed while it runs, and where what happens to a phone is made to
 * happen: over HTTP on a free port of the loopback interface, with a token. README.md beside this
 * file lists the addresses.
 */
export class AdminServer {
  readonly token = randomBytes(16).toString('hex');
  readonly #system: AndroidSystem;
  readonly #log: (message: string) => void;
  #server: Server | undefined;

  /** @param log told of every error that was not expected. */
  constructor(system: AndroidSystem, log: (message: string) => void) {
    this.#system = system;
    this.#log = log;
  }

  /** Starts to listen; `url` has no trailing slash. */
  async start(): Promise<{ url: string }> {
    const server = createAdaptorServer({ fetch: this.#routes().fetch }) as Server;
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  #routes(): Hono {
    const app = new Hono();
    app.use('*', bearerAuth({ token: this.token }));
    gateRoutes(app, this.#system);
    eventRoutes(app, this.#system);
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
