import { connect } from 'node:net';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { AccountService, type AccountServiceOptions } from '../../../emulator/service/service.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An account service that is running, with what it did and short ways to ask it. */
export class ServiceUnderTest {
  readonly sent: { to: string; text: string; from: string }[] = [];
  readonly service: AccountService;
  readonly clock: ManualClock;
  #url = '';

  constructor(options: Partial<AccountServiceOptions> = {}) {
    this.clock = new ManualClock();
    this.service = new AccountService({
      clock: this.clock,
      sendSms: (to, text, from) => this.sent.push({ to, text, from }),
      ...options,
    });
  }

  async start(): Promise<void> {
    this.#url = (await this.service.start()).url;
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  ask(
    method: string,
    path: string,
    body?: unknown,
    { token, signal, language }: { token?: string; signal?: AbortSignal; language?: string } = {},
  ): Promise<Answer> {
    return this.#fetch(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** Asks with a body that may be anything. */
  askText(method: string, path: string, body: string, token: string): Promise<Answer> {
    return this.#fetch(path, { method, body, headers: { authorization: `Bearer ${token}` } });
  }

  async #fetch(path: string, request: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, request);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  /** Sends bytes as they are, and gathers what comes back until the connection ends. */
  async raw(request: string | Uint8Array): Promise<string> {
    const socket = connect(Number(new URL(this.#url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // How it ends is no matter; what came before counts.
    socket.on('error', () => {});
    socket.end(request);
    await new Promise((resolve) => socket.once('close', resolve));
    return Buffer.concat(chunks).toString();
  }

  /** An answer as it is on the wire, also a broken one. */
  async rawAnswer(method: string, path: string): Promise<{ head: string; body: string }> {
    const answer = await this.raw(`${method} ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const end = answer.indexOf('\r\n\r\n');
    return { head: answer.slice(0, end), body: answer.slice(end + 4) };
  }

  admin(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.ask(method, `/admin/${path}`, body, { token: this.service.adminToken });
  }

  /** Asks for a code and lets its message arrive; the code. */
  async smsCode(phone: object): Promise<string> {
    const answer = await this.ask('POST', '/v1/sms-codes', phone);
    if (answer.status !== 200) throw new Error(`no code: ${JSON.stringify(answer)}`);
    this.clock.advance(0);
    return this.lastCode();
  }

  lastCode(): string {
    return /\b\d{6}\b/.exec(this.sent.at(-1)?.text ?? '')?.[0] ?? '';
  }
}

/** The error code of a refusal. */
export function errorCode(answer: Answer): string | undefined {
  return (answer.body as { error?: { code?: string } }).error?.code;
}

/** A member of the answer's JSON. */
export function member(answer: Answer, name: string): unknown {
  return (answer.body as Record<string, unknown>)[name];
}
