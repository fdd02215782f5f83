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

  async ask(
    method: string,
    path: string,
    body?: unknown,
    { token, signal }: { token?: string; signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
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
