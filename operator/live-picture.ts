import { EventEmitter } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { HarnessClock } from '../config/clock.ts';
import { MjpegParser } from './mjpeg.ts';
import type { PictureStatus } from './page-state.ts';

const RETRY_EVERY_MS = 1000;
/** The stream goes on at its pace when nothing moves on the screen; the pace is above 1 in 3 s. */
const SILENT_AFTER_MS = 3000;

export interface LivePictureOptions {
  /** Of the MJPEG stream, on this machine. */
  readonly port: number;
  readonly clock: HarnessClock;
  /** After this time without a byte the phone counts as silent. */
  readonly silentAfterMs?: number | undefined;
}

interface LivePictureEvents {
  changed: [];
}

/**
 * A phone's screen, from the stream of its UiAutomator2 server, which takes pictures only while
 * somebody reads them: it is read while somebody looks, once for all of them, and asked for again
 * and again until the session is up.
 */
export class LivePicture extends EventEmitter<LivePictureEvents> {
  readonly #port: number;
  readonly #clock: HarnessClock;
  readonly #silentAfterMs: number;
  #watchers = 0;
  #reading: AbortController | undefined;
  #status: PictureStatus = 'connecting';
  #picture: Buffer | undefined;
  #version = 0;

  constructor({ port, clock, silentAfterMs = SILENT_AFTER_MS }: LivePictureOptions) {
    super();
    this.setMaxListeners(0);
    this.#port = port;
    this.#clock = clock;
    this.#silentAfterMs = silentAfterMs;
  }

  get status(): PictureStatus {
    return this.#status;
  }

  /** The last one, JPEG. */
  get picture(): Buffer | undefined {
    return this.#picture;
  }

  /** Grows whenever the picture or the status is another one. */
  get version(): number {
    return this.#version;
  }

  /** Somebody looks from now on. @returns what to call when they do no longer. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#reading === undefined) {
      this.#reading = new AbortController();
      void this.#readOn(this.#reading.signal);
    }
    let looks = true;
    return () => {
      if (!looks) return;
      looks = false;
      this.#watchers -= 1;
      if (this.#watchers > 0) return;
      this.#reading?.abort();
      this.#reading = undefined;
    };
  }

  async #readOn(signal: AbortSignal): Promise<void> {
    this.#become('connecting');
    while (!signal.aborted) {
      try {
        await this.#read(signal);
      } catch {
        // No session yet, or no more: adb hangs up, or nobody listens.
      }
      await this.#rest(signal);
    }
  }

  async #rest(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#become('connecting');
    await this.#clock.sleep(RETRY_EVERY_MS, signal).catch(() => undefined);
  }

  /** Resolves when the stream ends, and rejects when it breaks. */
  async #read(signal: AbortSignal): Promise<void> {
    const parser = new MjpegParser();
    const response = await this.#open(signal);
    for await (const piece of response as AsyncIterable<Buffer>) {
      const last = parser.push(piece).at(-1);
      if (last !== undefined) this.#show(last);
    }
  }

  #open(signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.#port, agent: false, signal });
      asked.setTimeout(this.#silentAfterMs, () => this.#become('silent'));
      asked.once('response', resolve);
      asked.once('error', reject);
      asked.end();
    });
  }

  #show(picture: Buffer): void {
    if (this.#picture?.equals(picture) === true) {
      this.#become('live');
      return;
    }
    this.#picture = picture;
    this.#status = 'live';
    this.#change();
  }

  #become(status: PictureStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.#change();
  }

  #change(): void {
    this.#version += 1;
    this.emit('changed');
  }
}
