import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

type FetchCallback = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** An HTTP server for a Hono application, on a free port of the loopback interface. */
export class LoopbackServer {
  readonly #fetch: FetchCallback;
  #server: Server | undefined;

  constructor(app: { readonly fetch: FetchCallback }) {
    this.#fetch = app.fetch;
  }

  /** Starts to listen; `url` has no trailing slash. */
  async start(): Promise<{ url: string }> {
    const server = createAdaptorServer({ fetch: this.#fetch }) as Server;
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  /** Stops listening and hangs up on every caller. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
