import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Netty's HttpObjectAggregator of the real server takes no more. */
const MAX_BODY_BYTES = 65_536;

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

export type HttpHandler = (method: string, url: string, body: string) => Promise<HttpAnswer>;

/** An HTTP server over streams that somebody else accepts; connections are kept alive. */
export class HttpServer {
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();

  constructor(handler: HttpHandler) {
    this.#server = createServer((request, response) => {
      answer(handler, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  accept(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    this.#server.emit('connection', socket);
  }

  /** Drops all connections. */
  stop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }
}

async function answer(
  handler: HttpHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) {
    response.writeHead(413, { 'content-length': 0, connection: 'close' }).end();
    return;
  }
  const { status, body: text } = await handler(request.method ?? '', request.url ?? '', body);
  response.writeHead(status, {
    pragma: 'no-cache',
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  // A string goes out together with the headers. In two packets, each answer would take 40 ms longer
  // over adb, whose next one waits for the client's delayed acknowledgement.
  response.end(text);
}

/** `undefined` if it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
