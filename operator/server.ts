import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HarnessClock } from '../config/clock.ts';
import type { ProgressEvent } from '../config/progress.ts';
import { answerHandler } from './answer.ts';
import { guardedHeaders, loopbackHostOnly, ownOriginOnly, tokenInPath } from './guards.ts';
import { LivePicture } from './live-picture.ts';
import { readPageFiles } from './page-files.ts';
import type { RunEnd } from './page-state.ts';
import type { Questions } from './questions.ts';
import { RunView } from './run-view.ts';
import { pictureEvents, stateEvents } from './streams.ts';

const TOKEN_BYTES = 18;
const LONGEST_BODY_BYTES = 4096;
/** Pages that are open are told the run's end before they are hung up on. */
const GOODBYE_MS = 300;

export interface OperatorServerOptions {
  readonly questions: Questions;
  readonly clock: HarnessClock;
  /** On 127.0.0.1; unset: a free one. */
  readonly port?: number | undefined;
}

export interface PagePhone {
  readonly serial: string;
  readonly model: string;
  readonly system: string;
  /** Of its MJPEG stream on this machine; absent where Appium runs on another. */
  readonly mjpegPort?: number | undefined;
}

/**
 * Serves the operator page to this machine: what the run does, live pictures, and the questions that
 * a person may answer there.
 */
export class OperatorServer {
  readonly #token = randomBytes(TOKEN_BYTES).toString('base64url');
  readonly #options: OperatorServerOptions;
  readonly #view: RunView;
  readonly #pictures = new Map<string, LivePicture>();
  readonly #ended = new AbortController();
  readonly #stopping = new AbortController();
  #server: Server | undefined;

  constructor(options: OperatorServerOptions) {
    this.#options = options;
    this.#view = new RunView(options.questions, options.clock);
  }

  /**
   * Starts to listen.
   * @returns the page's address, which holds the token.
   * @throws the system's error when the port is taken.
   */
  async start(): Promise<string> {
    const server = createAdaptorServer({ fetch: this.#app().fetch }) as Server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#options.port ?? 0, '127.0.0.1', resolve);
    });
    this.#server = server;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${this.#token}/`;
  }

  addPhone({ mjpegPort, ...phone }: PagePhone): void {
    if (mjpegPort === undefined) {
      this.#view.addPhone(phone, 'No live picture: Appium runs on another machine.');
      return;
    }
    if (!this.#pictures.has(phone.serial)) {
      const { clock } = this.#options;
      this.#pictures.set(phone.serial, new LivePicture({ port: mjpegPort, clock }));
    }
    this.#view.addPhone(phone);
  }

  /** @param event its texts masked. */
  progress(event: ProgressEvent): void {
    this.#view.take(event);
  }

  /** Tells the pages that are open how the run ended, and stops. */
  async end(how: RunEnd): Promise<void> {
    this.#view.end(how);
    this.#ended.abort();
    await this.#stop();
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    // The streams of a run that has ended end by themselves; a browser that does not read is left.
    const hangUp = setTimeout(() => {
      this.#stopping.abort();
      server.closeAllConnections();
    }, GOODBYE_MS);
    await closed;
    clearTimeout(hangUp);
    this.#stopping.abort();
  }

  #app(): Hono {
    const { questions } = this.#options;
    const files = readPageFiles();
    const app = new Hono();
    app.use(...guardedHeaders, loopbackHostOnly, tokenInPath(this.#token));
    // Its files are named relative to the page.
    app.get('/:token', (c) => c.redirect(`/${this.#token}/`));
    app.get('/:token/events', stateEvents(this.#view, this.#stopping.signal));
    app.get('/:token/pictures', pictureEvents(this.#pictures, this.#view, this.#ended.signal));
    app.get('/:token/questions/:id/picture', (c) => {
      const { picture } = questions.open.find(({ id }) => id === c.req.param('id')) ?? {};
      if (picture === undefined) return c.notFound();
      return c.body(new Uint8Array(picture), 200, { 'Content-Type': 'image/png' });
    });
    app.post(
      '/:token/questions/:id/answer',
      ownOriginOnly,
      bodyLimit({
        maxSize: LONGEST_BODY_BYTES,
        onError: (c) => c.json({ message: 'The answer is too long.' }, 413),
      }),
      answerHandler(questions),
    );
    const sendFile = (c: Context, name: string): Response => {
      const file = files.get(name);
      return c.body(file?.body ?? '', file === undefined ? 404 : 200, {
        'Content-Type': file?.type ?? 'text/plain',
      });
    };
    app.get('/:token/', (c) => sendFile(c, 'index.html'));
    app.get('/:token/:file', (c) => sendFile(c, c.req.param('file')));
    return app;
  }
}
