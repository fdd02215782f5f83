import { AdbServer } from './adbd/start-server.ts';
import { SystemClock } from './android/clock.ts';
import { MobileNetwork } from './mobile-network.ts';
import type { PhoneInfo, ServiceAddress } from './phone-info.ts';
import { PhoneStoppedError, XiaomiPhone, type XiaomiPhoneOptions } from './phone.ts';
import type { AccountService, ServiceSetup } from './service/service.ts';

export interface PhoneFleetOptions {
  /** How the account service behaves that all phones share. */
  readonly service: ServiceSetup;
  /** Port of the adb server on 127.0.0.1 that is told of the phones. */
  readonly adbServerPort: number;
  log(message: string): void;
}

/** A phone that has started. */
export interface StartedPhone {
  readonly phone: XiaomiPhone;
  readonly info: PhoneInfo;
}

/** A phone could not start; the cause says why. */
export class PhoneStartError extends Error {
  override readonly name = 'PhoneStartError';
  override readonly cause: Error;
  readonly isOneOfMany: boolean;

  /** @param position the phone's, from 1 */
  constructor(
    { profile, phoneNumber }: XiaomiPhoneOptions,
    position: number,
    count: number,
    cause: Error,
  ) {
    super(`phone ${position} of ${count} (${profile.id}, ${phoneNumber}) could not start`);
    this.cause = cause;
    this.isOneOfMany = count > 1;
  }
}

/**
 * Phones in one process. They share the account service, the mobile network that carries its SMS to
 * the phone with the number, and nothing else: each starts and stops by itself.
 */
export class PhoneFleet {
  readonly #options: PhoneFleetOptions;
  readonly #clock = new SystemClock();
  readonly #network = new MobileNetwork();
  readonly #adbServer: AdbServer;
  readonly #phones = new Set<XiaomiPhone>();
  #lastListening: Promise<unknown> = Promise.resolve();
  #service:
    Promise<{ readonly service: AccountService; readonly address: ServiceAddress }> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: PhoneFleetOptions) {
    this.#options = options;
    this.#adbServer = new AdbServer(options.adbServerPort, options.log);
  }

  /** The phones that are on, or being switched on. */
  get phones(): readonly XiaomiPhone[] {
    return [...this.#phones];
  }

  /**
   * Starts one more phone. Phones get their ports in the order of the calls.
   * @throws what {@link XiaomiPhone.start} throws; the other phones do not notice.
   */
  async start(options: XiaomiPhoneOptions): Promise<StartedPhone> {
    if (this.#stopping) throw new PhoneStoppedError('the fleet was stopped');
    const phone = new XiaomiPhone(options, {
      network: this.#network,
      adbServer: this.#adbServer,
      service: () => this.#startService().then(({ address }) => address),
      log: this.#options.log,
    });
    this.#phones.add(phone);
    void phone.stopped.then(() => this.#phones.delete(phone));
    // What is wrong with the ports is told by start().
    const listening = this.#lastListening.then(() => phone.listen().catch(() => undefined));
    this.#lastListening = listening;
    await listening;
    return { phone, info: await phone.start() };
  }

  /**
   * Starts several phones at once, all or none: if one cannot start, those of this call are stopped.
   * A phone that somebody stops meanwhile is none that could not start.
   * @param onReady told of each phone as it gets ready.
   * @returns those that have started, in the order of the options.
   * @throws PhoneStartError once they are off
   */
  async startAll(
    list: readonly XiaomiPhoneOptions[],
    onReady: (started: StartedPhone) => void = () => undefined,
  ): Promise<StartedPhone[]> {
    const before = new Set(this.#phones);
    const starts = list.map(async (options, index) => {
      try {
        const started = await this.start(options);
        onReady(started);
        return [started];
      } catch (error) {
        if (error instanceof PhoneStoppedError) return [];
        throw new PhoneStartError(options, index + 1, list.length, error as Error);
      }
    });
    const own = this.phones.filter((phone) => !before.has(phone));
    try {
      return (await Promise.all(starts)).flat();
    } catch (error) {
      await Promise.all(own.map((phone) => phone.stop()));
      throw error;
    }
  }

  /** Resolves when none of the phones there are now, and of those started meanwhile, is on. */
  async allStopped(): Promise<void> {
    while (this.#phones.size > 0) await Promise.all(this.phones.map(({ stopped }) => stopped));
  }

  /** Switches all phones off, then the account service. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#adbServer.stop();
    await Promise.all(this.phones.map((phone) => phone.stop()));
    // One that could not start has been told to the phones.
    const started = await this.#service?.catch(() => undefined);
    await started?.service.stop();
    this.#clock.stop();
  }

  #startService() {
    this.#service ??= this.#loadService();
    return this.#service;
  }

  async #loadService() {
    const { AccountService } = await import('./service/service.ts');
    const service = new AccountService({
      ...this.#options.service,
      clock: this.#clock,
      log: this.#options.log,
      sendSms: (toNumber, body, from) => this.#network.deliver(toNumber, { from, body }),
    });
    const { url } = await service.start();
    return { service, address: { url, admin: `${url}/admin`, adminToken: service.adminToken } };
  }
}
