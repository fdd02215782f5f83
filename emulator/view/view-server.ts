import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { AndroidSystem } from '../android/system.ts';
import { limitBody, newAdminToken } from '../http/guards.ts';
import { LoopbackServer } from '../http/loopback-server.ts';
import { ownAddressOnly, tokenInPath } from './guards.ts';
import { LIVE_PICTURE_TYPE, livePicture } from './live-picture.ts';
import { actAsPerson, InputError } from './person-input.ts';

const FILES = [
  { path: 'index.html', type: 'text/html; charset=utf-8' },
  { path: 'style.css', type: 'text/css; charset=utf-8' },
  { path: 'phone.js', type: 'text/javascript; charset=utf-8' },
  { path: 'input.js', type: 'text/javascript; charset=utf-8' },
  { path: 'icon.svg', type: 'image/svg+xml' },
] as const;

/**
 * The phone as a page for a browser: its live picture, which takes taps, swipes and typing. On a free
 * port of the loopback interface, at an address with a random token.
 */
export class ViewServer {
  readonly #system: AndroidSystem;
  readonly #title: string;
  readonly #log: (message: string) => void;
  readonly #token = newAdminToken();
  readonly #server: LoopbackServer;
  readonly #end = new AbortController();
  #address = '';

  /**
   * @param title of the page: which phone it is
   * @param log told of every error that was not expected
   */
  constructor(system: AndroidSystem, title: string, log: (message: string) => void) {
    this.#system = system;
    this.#title = title;
    this.#log = log;
    this.#server = new LoopbackServer(this.#routes());
  }

  /** Starts to listen; `url` is the page's. */
  async start(): Promise<{ url: string }> {
    const { url } = await this.#server.start();
    this.#address = new URL(url).host;
    return { url: `${url}/${this.#token}/` };
  }

  stop(): Promise<void> {
    this.#end.abort();
    return this.#server.stop();
  }

  #routes(): Hono {
    const app = new Hono();
    app.use(ownAddressOnly(() => this.#address));
    app.use('/:token/*', tokenInPath(this.#token));
    app.use(limitBody((message) => new InputError(message)));
    for (const { path, type } of FILES) {
      const name = path === 'index.html' ? '' : path;
      app.get(`/:token/${name}`, (c) => c.body(this.#file(path), 200, { 'content-type': type }));
    }
    app.get('/:token/screen', (c) =>
      c.body(livePicture(this.#system, this.#end.signal), 200, {
        'content-type': LIVE_PICTURE_TYPE,
      }),
    );
    app.post('/:token/input', async (c) => {
      const events: unknown = await c.req.json().catch(() => undefined);
      if (!Array.isArray(events)) throw new InputError('expected a list');
      for (const event of events) actAsPerson(this.#system, event);
      return c.body(null, 204);
    });
    app.notFound((c) => c.text('no such address', 404));
    app.onError((error, c) => {
      if (error instanceof InputError) return c.text(error.message, 400);
      this.#log(error.stack ?? String(error));
      return c.text('the phone failed on its own', 500);
    });
    return app;
  }

  #file(path: (typeof FILES)[number]['path']): string {
    const text = readFileSync(new URL(`./page/${path}`, import.meta.url), 'utf8');
    return path === 'index.html' ? text.replaceAll('{{title}}', escapeHtml(this.#title)) : text;
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
