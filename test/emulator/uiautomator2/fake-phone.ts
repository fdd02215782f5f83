import { Agent, type ClientRequestArgs, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { Clipboard } from '../../../emulator/android/clipboard.ts';
import { DevicePorts } from '../../../emulator/android/ports.ts';
import type { PhoneServices } from '../../../emulator/uiautomator2/phone-services.ts';
import { UiAutomator2Server } from '../../../emulator/uiautomator2/server.ts';
import { AutoClock } from './auto-clock.ts';
import { FakeUi } from './fake-ui.ts';

const DEVICE_PORT = 6790;

export interface Answer {
  readonly status: number;
  readonly sessionId: string | null;
  /** Whatever the route answers with. */
  readonly value: unknown;
}

/** The error in an answer. */
export interface ErrorValue {
  readonly error: string;
  readonly message: string;
  readonly stacktrace: string;
}

/** A phone with a fake screen on which the real server runs, and a client of it. */
export class FakePhone implements PhoneServices {
  readonly clock = new AutoClock();
  readonly ports = new DevicePorts();
  readonly locale = 'en-US';
  readonly profile: PhoneServices['profile'];
  readonly properties = { get: (name: string) => `<${name}>` };
  readonly packages = {
    get: (name: string) =>
      name === 'io.appium.uiautomator2.server'
        ? { versionName: '10.6.6', versionCode: 278 }
        : undefined,
    list: () => [
      { packageName: 'com.example', label: 'Example' },
      { packageName: 'com.example.provider', label: 'No screens' },
    ],
    launcherActivity: (name: string) =>
      name === 'com.example' ? { component: { className: 'com.example.Main' } } : undefined,
  };
  readonly settings = { get: (namespace: string, key: string) => `${namespace}/${key}` };
  readonly clipboard = new Clipboard();
  readonly power = {
    battery: { levelPercent: 84, charging: true },
    wakes: 0,
    wake(): void {
      this.wakes += 1;
    },
    listeners: new Set<() => void>(),
    onChanged(listener: () => void): () => void {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    },
    setCharging(charging: boolean): void {
      this.battery.charging = charging;
      for (const listener of this.listeners) listener();
    },
  };
  readonly connectivity = { wifi: true, active: 'wifi' as const, validated: true };
  readonly logs: string[] = [];
  readonly logcat = {
    write: (_priority: string, tag: string, message: string) => {
      this.logs.push(`${tag}: ${message}`);
    },
  };
  readonly ui = new FakeUi();
  readonly windows = {
    automation: this.ui,
    setRotation: (rotation: 0 | 1 | 2 | 3) => {
      if (this.isRotationLocked) return;
      this.ui.display = { ...this.ui.display, rotation };
    },
  };
  isRotationLocked = false;
  output = '';
  sessionId = '';
  /** Resolves with the instrumentation's result code. */
  readonly ended: Promise<number>;
  readonly #killer = new AbortController();
  readonly #sockets: Duplex[] = [];
  readonly #agent: Agent;

  constructor(options: { readonly sdk?: number } = {}) {
    this.profile = { androidVersion: '15', sdk: options.sdk ?? 35, timeZone: 'Europe/Berlin' };
    this.ended = new UiAutomator2Server(this).run({
      component: 'io.appium.uiautomator2.server.test/androidx.test.runner.AndroidJUnitRunner',
      args: {},
      stdout: (text) => {
        this.output += text;
      },
      signal: this.#killer.signal,
    });
    this.#agent = new PortAgent(() => this.#connect());
  }

  /** How many connections were opened so far. */
  get connections(): number {
    return this.#sockets.length;
  }

  async startSession(capabilities: Record<string, unknown> = {}): Promise<void> {
    const answer = await this.send('POST', '/session', {
      capabilities: { firstMatch: [capabilities], alwaysMatch: {} },
    });
    this.sessionId = answer.sessionId ?? '';
  }

  /** A request to a route of the session. */
  get(path: string): Promise<Answer> {
    return this.send('GET', `/session/${this.sessionId}${path}`);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.send('POST', `/session/${this.sessionId}${path}`, body);
  }

  /** The ids of all elements found. */
  async find(strategy: string, selector: string, context = ''): Promise<string[]> {
    const { value } = await this.post('/elements', { strategy, selector, context, multiple: true });
    return (value as { ELEMENT: string }[]).map((element) => element.ELEMENT);
  }

  /** The id of the element found; fails the test if there is none. */
  async findOne(strategy: string, selector: string, context = ''): Promise<string> {
    const { status, value } = await this.post('/element', { strategy, selector, context });
    if (status !== 200) throw new Error((value as ErrorValue).message);
    return (value as { ELEMENT: string }).ELEMENT;
  }

  /** The texts of all elements found. */
  async texts(strategy: string, selector: string, context = ''): Promise<unknown[]> {
    const texts: unknown[] = [];
    for (const id of await this.find(strategy, selector, context)) {
      texts.push((await this.get(`/element/${id}/text`)).value);
    }
    return texts;
  }

  async source(): Promise<string> {
    return (await this.get('/source')).value as string;
  }

  async set(settings: Record<string, unknown>): Promise<Answer> {
    return this.post('/appium/settings', { settings });
  }

  send(method: string, path: string, body?: unknown): Promise<Answer> {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = { 'content-length': Buffer.byteLength(text) };
      const outgoing = request({ agent: this.#agent, method, path, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          const json =
            answer === '' ? { value: null, sessionId: null } : (JSON.parse(answer) as Answer);
          resolve({ ...json, status: incoming.statusCode ?? 0 });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  }

  kill(): void {
    this.#killer.abort();
  }

  async stop(): Promise<void> {
    this.kill();
    this.#agent.destroy();
    await this.ended;
  }

  #connect(): Duplex {
    const socket = this.ports.connect(DEVICE_PORT);
    if (!socket) throw new Error('connection refused');
    this.#sockets.push(socket);
    // What the client's agent calls on idle sockets and a stream lacks.
    return Object.assign(socket, { ref: () => socket, unref: () => socket });
  }
}

/** Connects to a port of the phone instead of one of the host. */
class PortAgent extends Agent {
  readonly #connect: () => Duplex;

  constructor(connect: () => Duplex) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#connect = connect;
  }

  override createConnection(_options: ClientRequestArgs): Duplex {
    return this.#connect();
  }
}

/** The error of an answer that must be one. */
export function errorOf({ status, value }: Answer): { status: number } & ErrorValue {
  return { status, ...(value as ErrorValue) };
}
