import type { Duplex } from 'node:stream';
import type { UiAutomation } from '../../android/accessibility.ts';
import type { Clock } from '../../android/clock.ts';
import type { ServerSettings } from '../settings.ts';

/** The answer to whatever a client sends first (server/mjpeg/MjpegScreenshotClient.java). */
const HEADERS =
  'HTTP/1.0 200 OK\r\n' +
  'Server: Android Screenshot Socket Server\r\n' +
  'Connection: close\r\n' +
  'Max-Age: 0\r\n' +
  'Expires: 0\r\n' +
  'Cache-Control: no-cache, private\r\n' +
  'Pragma: no-cache\r\n' +
  'Content-Type: multipart/x-mixed-replace; boundary=--BoundaryString\r\n\r\n';
const FRAME_END = Buffer.from('\r\n\r\n');

/**
 * Sends the screen to all clients, frame by frame, at the pace, size and quality of the settings
 * `mjpeg…` (server/mjpeg/MjpegScreenshotStream.java). Takes no picture while nobody looks.
 */
export class MjpegStream {
  readonly #automation: UiAutomation;
  readonly #settings: ServerSettings;
  readonly #clock: Clock;
  readonly #log: (message: string) => void;
  readonly #sockets = new Set<Duplex>();
  /** Those that have asked for the stream. */
  readonly #clients = new Set<Duplex>();
  readonly #end = new AbortController();
  #isRunning = false;

  constructor(
    automation: UiAutomation,
    settings: ServerSettings,
    clock: Clock,
    log: (message: string) => void,
  ) {
    this.#automation = automation;
    this.#settings = settings;
    this.#clock = clock;
    this.#log = log;
  }

  /** Serves a connection from its first byte on until the client closes it. */
  accept(socket: Duplex): void {
    if (this.#end.signal.aborted) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    const leave = () => {
      this.#sockets.delete(socket);
      this.#clients.delete(socket);
    };
    socket.once('close', leave);
    // A client that is gone may leave an error behind.
    socket.on('error', leave);
    socket.once('end', () => socket.destroy());
    socket.once('data', () => {
      socket.write(HEADERS);
      this.#clients.add(socket);
      if (!this.#isRunning) void this.#run();
    });
  }

  /** Drops all clients. */
  stop(): void {
    this.#end.abort();
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    this.#clients.clear();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#clients.size > 0) {
      const startMs = this.#clock.now();
      await this.#sendFrame();
      const intervalMs = Math.round(1000 / this.#settings.get('mjpegServerFramerate'));
      const restMs = intervalMs - (this.#clock.now() - startMs);
      try {
        await this.#clock.sleep(Math.max(0, restMs), this.#end.signal);
      } catch {
        // Stopped.
        break;
      }
    }
    this.#isRunning = false;
  }

  async #sendFrame(): Promise<void> {
    let jpeg: Buffer;
    try {
      jpeg = await this.#automation.takeScreenshot({
        quality: this.#settings.get('mjpegServerScreenshotQuality'),
        scale: this.#settings.get('mjpegScalingFactor') / 100,
        smooth: this.#settings.get('mjpegBilinearFiltering'),
      });
    } catch (error) {
      // As the real server: a screen that cannot be taken (a secure one) costs the frame.
      this.#log(`Error getting screenshot: ${String(error)}`);
      return;
    }
    const head = `--BoundaryString\r\nContent-type: image/jpg\r\nContent-Length: ${jpeg.length}\r\n\r\n`;
    const frame = Buffer.concat([Buffer.from(head), jpeg, FRAME_END]);
    for (const client of this.#clients) {
      // A client that does not keep up misses frames; they are not piled up for it.
      if (!client.writableNeedDrain) client.write(frame);
    }
  }
}
