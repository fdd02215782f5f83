import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { DriverSession } from '../../../device/driver/session.ts';

export const SERIAL = '8e3f21';

/** What a command is answered with: a value, or a WebDriver error. */
export type FakeAnswer =
  { readonly value: unknown } | { readonly error: string; readonly message: string };

/** A WebDriver server with sessions on one phone, whose commands answer what the test says. */
export class FakeDriver {
  readonly server: URL;
  /** The commands, by their script or else by their path below the session. */
  readonly answers = new Map<string, FakeAnswer>();
  /** Every request, as method and path; a script in its stead. */
  readonly asked: string[] = [];
  readonly #http: http.Server;
  /** The capabilities that the last session was asked for with. */
  capabilities: Record<string, unknown> = {};
  /** What a session tells of itself; `undefined`: none is to be had. */
  session: Record<string, unknown> | undefined = { 'appium:deviceUDID': SERIAL };

  private constructor(server: http.Server) {
    this.#http = server;
    this.server = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/wd/hub`);
    server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
      void this.#serve(request, response);
    });
  }

  static async start(): Promise<FakeDriver> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FakeDriver(server);
  }

  /** A session that is open already. */
  open(): DriverSession {
    return new DriverSession(SERIAL, () => ({ server: this.server, headers: {}, sessionId: 's1' }));
  }

  stop(): void {
    this.#http.closeAllConnections();
    this.#http.close();
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
    const body = (text === '' ? {} : JSON.parse(text)) as {
      script?: string;
      capabilities?: { alwaysMatch: Record<string, unknown> };
    };
    const path = (request.url ?? '').replace(/^\/wd\/hub\//, '');
    this.asked.push(body.script ?? `${request.method} ${path}`);
    if (path === 'session') {
      this.capabilities = body.capabilities?.alwaysMatch ?? {};
      if (this.session === undefined) {
        reply(response, { error: 'session not created', message: 'no phone' });
      } else reply(response, { value: { sessionId: 's1', capabilities: this.session } });
      return;
    }
    const command = body.script ?? path.replace('session/s1/', '');
    const answer = this.answers.get(command);
    if (command === 'hang') return;
    reply(response, answer ?? { error: 'unknown command', message: `no ${command}` });
  }
}

function reply(response: http.ServerResponse, answer: FakeAnswer): void {
  const isError = 'error' in answer;
  response
    .writeHead(isError ? 500 : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ value: isError ? { ...answer, stacktrace: '' } : answer.value }));
}
