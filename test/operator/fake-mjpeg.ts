import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A phone's MJPEG stream as UiAutomator2's server sends it; frames are sent when the test says so. */
export class FakeMjpeg {
  readonly #open = new Set<ServerResponse>();
  readonly #server: Server;
  #asked: (() => void)[] = [];
  #left: (() => void)[] = [];

  constructor() {
    this.#server = createServer((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'multipart/x-mixed-replace; boundary=--BoundaryString',
      });
      response.flushHeaders();
      this.#open.add(response);
      response.once('close', () => {
        this.#open.delete(response);
        for (const tell of this.#left.splice(0)) tell();
      });
      for (const tell of this.#asked.splice(0)) tell();
    });
  }

  get viewers(): number {
    return this.#open.size;
  }

  /** @returns its port. */
  async start(port = 0): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** The next time somebody asks for the stream. */
  asked(): Promise<void> {
    return new Promise((resolve) => this.#asked.push(resolve));
  }

  /** The next time somebody leaves. */
  left(): Promise<void> {
    return new Promise((resolve) => this.#left.push(resolve));
  }

  send(jpeg: Buffer): void {
    const head = `--BoundaryString\r\nContent-type: image/jpg\r\nContent-Length: ${jpeg.length}\r\n\r\n`;
    for (const response of this.#open) {
      response.write(Buffer.concat([Buffer.from(head), jpeg, Buffer.from('\r\n\r\n')]));
    }
  }

  /** The session is over: adb hangs up. */
  hangUp(): void {
    for (const response of this.#open) response.destroy();
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
