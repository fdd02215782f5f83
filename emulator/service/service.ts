import { Hono } from 'hono';
import type { Clock } from '../android/clock.ts';
import { limitBody, newAdminToken } from '../http/guards.ts';
import { LoopbackServer } from '../http/loopback-server.ts';
import { AccountStore } from './accounts.ts';
import type { AccountSeed } from './account-seed.ts';
import { CloudItems } from './cloud-items.ts';
import type { ServiceContext, ServiceEnv } from './context.ts';
import { ERROR_STATUS, ServiceError } from './errors.ts';
import { Faults, type Fault } from './faults.ts';
import { Latencies, type LatencyRule } from './latencies.ts';
import type { Latency } from './latency.ts';
import { PictureCodes } from './picture-codes.ts';
import { accountRoutes } from './routes/account.ts';
import { adminRoutes } from './routes/admin.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { simRoutes } from './routes/sim.ts';
import { smsCodeRoutes } from './routes/sms-codes.ts';
import { syncRoutes } from './routes/sync.ts';
import { webCheckRoutes } from './routes/web-checks.ts';
import type { PictureDifficulty, PictureOrder } from './settings.ts';
import { SmsCodes } from './sms-codes.ts';
import { SmsDelivery } from './sms-delivery.ts';
import { DEFAULT_SMS_SETTINGS, type SmsSettings } from './sms-settings.ts';
import { Submissions } from './submissions.ts';
import { Tickets } from './tickets.ts';
import { WebChecks } from './web-checks.ts';

/** How the service behaves from the start; all of it can be changed while it runs. */
export interface ServiceSetup {
  /** For all points, or one by one; default: none. */
  readonly latency?: Latency | readonly LatencyRule[];
  readonly faults?: readonly Fault[];
  /** When a picture is asked for; default `after`. */
  readonly pictureCode?: PictureOrder;
  /** Default `easy`. */
  readonly pictureDifficulty?: PictureDifficulty;
  /** Whether a web check comes before the first code; default: no. */
  readonly webCheck?: boolean;
  /** What is left out is as in {@link DEFAULT_SMS_SETTINGS}. */
  readonly sms?: Partial<SmsSettings>;
  /** Accounts that exist already. */
  readonly accounts?: readonly AccountSeed[];
}

export interface AccountServiceOptions extends ServiceSetup {
  readonly clock: Clock;
  /** Hands an SMS to the mobile network. Numbers are E.164, or a name for the sender. */
  readonly sendSms: (toNumber: string, text: string, from: string) => void;
  /** Uniform in [0, 1); default Math.random. */
  readonly random?: () => number;
  /** Told of every error the service did not expect. */
  readonly log?: (message: string) => void;
}

/**
 * The account service that the phone's account app calls, over HTTP on a free port of the
 * loopback interface. README.md beside this file describes its endpoints.
 */
export class AccountService {
  /** For the addresses under `/admin`. */
  readonly adminToken = newAdminToken();
  readonly accounts: AccountStore;
  readonly #lifetime = new AbortController();
  readonly #context: ServiceContext;
  readonly #smsDelivery: SmsDelivery;
  readonly #log: (message: string) => void;
  readonly #server: LoopbackServer;

  /** @throws ServiceError REGISTER_RESTRICTED if `accounts` has too many on one number */
  constructor(options: AccountServiceOptions) {
    const { clock, random = Math.random, latency = [] } = options;
    this.#log = options.log ?? (() => {});
    this.accounts = new AccountStore(random);
    for (const { phone, ...given } of options.accounts ?? []) {
      this.accounts.create(phone, clock.now(), given);
    }
    const weather = {
      clock,
      random,
      faults: new Faults(options.faults),
      latencies: new Latencies(random, 'kind' in latency ? [{ at: '*', latency }] : latency),
      settings: {
        pictureCode: options.pictureCode ?? 'after',
        pictureDifficulty: options.pictureDifficulty ?? 'easy',
        webCheck: options.webCheck ?? false,
        sms: { ...DEFAULT_SMS_SETTINGS, ...options.sms },
      },
    };
    this.#smsDelivery = new SmsDelivery(weather, ({ to, text, from }) =>
      options.sendSms(to, text, from),
    );
    this.#context = {
      ...weather,
      accounts: this.accounts,
      cloudItems: new CloudItems(),
      smsCodes: new SmsCodes(clock, random),
      smsDelivery: this.#smsDelivery,
      pictureCodes: new PictureCodes(clock, random),
      webChecks: new WebChecks(clock, random),
      tickets: new Tickets(clock, random),
      submissions: new Submissions(),
      lifetime: this.#lifetime.signal,
    };
    this.#server = new LoopbackServer(this.#routes());
  }

  /** Starts to listen; `url` has no trailing slash. */
  start(): Promise<{ url: string }> {
    return this.#server.start();
  }

  /** Stops listening, hangs up on every caller and forgets the messages under way. */
  async stop(): Promise<void> {
    this.#lifetime.abort(new Error('the account service stopped'));
    this.#smsDelivery.stop();
    await this.#server.stop();
  }

  #routes(): Hono<ServiceEnv> {
    const app = new Hono<ServiceEnv>();
    app.use(limitBody((message) => new ServiceError('BAD_REQUEST', message)));
    smsCodeRoutes(app, this.#context);
    pictureRoutes(app, this.#context);
    signInRoutes(app, this.#context);
    webCheckRoutes(app, this.#context);
    simRoutes(app, this.#context);
    accountRoutes(app, this.#context);
    syncRoutes(app, this.#context);
    adminRoutes(app, this.#context, this.adminToken);
    app.notFound(() => {
      throw new ServiceError('NOT_FOUND', 'no such address');
    });
    app.onError((error, c) => {
      if ('getResponse' in error) return error.getResponse();
      const known =
        error instanceof ServiceError
          ? error
          : new ServiceError('SYSTEM_BUSY', 'the service failed on its own');
      if (known !== error) this.#log(error.stack ?? String(error));
      return c.json(
        { error: { code: known.code, message: known.message, ...known.details } },
        ERROR_STATUS[known.code],
      );
    });
    return app;
  }
}
