import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Clock } from '../android/clock.ts';
import { AccountStore } from './accounts.ts';
import type { AccountSeed } from './account-seed.ts';
import type { PictureOrder, ServiceContext, ServiceEnv } from './context.ts';
import { ERROR_STATUS, ServiceError } from './errors.ts';
import { Faults, type Fault } from './faults.ts';
import { drawLatencyMs, parseLatency, type Latency } from './latency.ts';
import { PictureCodes } from './picture-codes.ts';
import { accountRoutes } from './routes/account.ts';
import { adminRoutes } from './routes/admin.ts';
import { adminAccountRoutes } from './routes/admin-accounts.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { simRoutes } from './routes/sim.ts';
import { smsCodeRoutes } from './routes/sms-codes.ts';
import { webCheckRoutes } from './routes/web-checks.ts';
import { SmsCodes } from './sms-codes.ts';
import { Tickets } from './tickets.ts';
import { WebChecks } from './web-checks.ts';

export interface AccountServiceOptions {
  readonly clock: Clock;
  /** As text (`1s`, `500ms..2s`; see {@link parseLatency}) or parsed. Default: none. */
  readonly latency?: string | Latency;
  /** Hands an SMS to the mobile network. Numbers are E.164, or a name for the sender. */
  readonly sendSms: (toNumber: string, text: string, from: string) => void;
  /** Default `after`. */
  readonly pictureCode?: PictureOrder;
  /** Whether a web check comes before the first code; default: no. */
  readonly webCheck?: boolean;
  readonly faults?: readonly Fault[];
  /** Accounts that exist from the start. */
  readonly seeds?: readonly AccountSeed[];
  /** Uniform in [0, 1); default Math.random. */
  readonly random?: () => number;
  /** Told of every error the service did not expect. */
  readonly log?: (message: string) => void;
}

const SMS_SENDER = 'xiaomi';

/**
 * The account service that the phone's account app calls, over HTTP on a free port of the
 * loopback interface. README.md beside this file describes its endpoints.
 */
export class AccountService {
  /** For the addresses under `/admin`. */
  readonly adminToken = randomBytes(16).toString('hex');
  readonly accounts: AccountStore;
  readonly #lifetime = new AbortController();
  readonly #context: ServiceContext;
  readonly #pendingSms = new Set<() => void>();
  readonly #options: AccountServiceOptions;
  #server: Server | undefined;

  /** @throws RangeError if `latency` is malformed */
  constructor(options: AccountServiceOptions) {
    const { clock, random = Math.random, latency = '0' } = options;
    this.#options = options;
    this.accounts = new AccountStore(random);
    for (const { phone, ...given } of options.seeds ?? []) {
      this.accounts.create(phone, clock.now(), given);
    }
    this.#context = {
      clock,
      random,
      accounts: this.accounts,
      smsCodes: new SmsCodes(clock, random),
      pictureCodes: new PictureCodes(clock, random),
      webChecks: new WebChecks(clock, random),
      tickets: new Tickets(clock, random),
      faults: new Faults(options.faults),
      deliverSms: (toNumber, text) => this.#deliverSms(toNumber, text),
      lifetime: this.#lifetime.signal,
      latency: typeof latency === 'string' ? parseLatency(latency) : latency,
      settings: {
        pictureCode: options.pictureCode ?? 'after',
        webCheck: options.webCheck ?? false,
      },
    };
  }

  /** Starts to listen; `url` has no trailing slash. */
  async start(): Promise<{ url: string }> {
    const server = createAdaptorServer({ fetch: this.#routes().fetch }) as Server;
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  /** Stops listening, hangs up on every caller and forgets the messages under way. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#lifetime.abort(new Error('the account service stopped'));
    for (const cancel of this.#pendingSms) cancel();
    this.#pendingSms.clear();
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  #routes(): Hono<ServiceEnv> {
    const app = new Hono<ServiceEnv>();
    smsCodeRoutes(app, this.#context);
    pictureRoutes(app, this.#context);
    signInRoutes(app, this.#context);
    webCheckRoutes(app, this.#context);
    simRoutes(app, this.#context);
    accountRoutes(app, this.#context);
    adminRoutes(app, this.#context, this.adminToken);
    adminAccountRoutes(app, this.#context);
    app.notFound(() => {
      throw new ServiceError('NOT_FOUND', 'no such address');
    });
    app.onError((error, c) => {
      if ('getResponse' in error) return error.getResponse();
      const known =
        error instanceof ServiceError
          ? error
          : new ServiceError('SYSTEM_BUSY', 'the service failed on its own');
      if (known !== error) this.#options.log?.(error.stack ?? String(error));
      return c.json(
        { error: { code: known.code, message: known.message, ...known.details } },
        ERROR_STATUS[known.code],
      );
    });
    return app;
  }

  #deliverSms(toNumber: string, text: string): void {
    const { clock, faults, latency, random } = this.#context;
    if (faults.strike('sms-delivery')) return;
    const deliver = () => {
      this.#pendingSms.delete(cancel);
      this.#options.sendSms(toNumber, text, SMS_SENDER);
    };
    const cancel = clock.after(drawLatencyMs(latency, random), deliver);
    this.#pendingSms.add(cancel);
  }
}
