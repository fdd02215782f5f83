import type { Server } from 'node:net';
import { AdbDaemon } from './adbd/daemon.ts';
import type { AuthState } from './adbd/device.ts';
import { listenOnPortPair, type PortPair } from './adbd/port-pair.ts';
import { AdbServerLink } from './adbd/server-link.ts';
import type { AdbServer } from './adbd/start-server.ts';
import { SystemClock } from './android/clock.ts';
import { Gates } from './android/gates/gates.ts';
import type { GateValues } from './android/gates/table.ts';
import type { BootedPhone, BootOptions } from './boot.ts';
import { authTokenPath, readAuthToken } from './console/auth-token.ts';
import { EmulatorConsole } from './console/console.ts';
import type { MobileNetwork } from './mobile-network.ts';
import { systemVersion, type PhoneInfo, type ServiceAddress } from './phone-info.ts';
import type { Profile } from './profiles/profile.ts';

/** How long `start()` waits for an adb server to list the phone. */
const ADB_ONLINE_TIMEOUT_MS = 15_000;
/** How long adb is away in a restart: short for a phone, long enough for adb to notice. */
const REBOOT_MS = 3000;
/** From there to the end of the boot, as scripts wait for `sys.boot_completed`. */
const COMPLETE_BOOT_MS = 2000;

export interface XiaomiPhoneOptions extends BootOptions {
  /** Even; adb gets the port above. Default: the first free pair of 5554–5682. */
  readonly consolePort?: number | undefined;
  /** How Xiaomi's gates stand; default: open. */
  readonly gates?: Partial<GateValues>;
}

/** What a phone shares with others. */
export interface Surroundings {
  readonly network: MobileNetwork;
  readonly adbServer: AdbServer;
  /** The account service, started by whoever asks first. */
  service(): Promise<ServiceAddress>;
  log(message: string): void;
}

/** The phone was stopped before it had started. */
export class PhoneStoppedError extends Error {
  override readonly name = 'PhoneStoppedError';
}

/**
 * An emulated Xiaomi phone: adb, console and system.
 *
 * adb and the console answer at once; the system boots behind them, and what needs it waits.
 */
export class XiaomiPhone {
  /** Resolves when the phone has been stopped, by `stop()` or by `adb emu kill`. */
  readonly stopped: Promise<void>;
  readonly #options: XiaomiPhoneOptions;
  readonly #surroundings: Surroundings;
  readonly #clock = new SystemClock();
  readonly #gates: Gates;
  readonly #daemon: AdbDaemon;
  readonly #console: EmulatorConsole;
  /** Aborted when the phone goes off, which also ends commands that outlive their client. */
  #power = new AbortController();
  #onStopped: () => void = () => {};
  #stopping: Promise<void> | undefined;
  #booting: Promise<BootedPhone> | undefined;
  #booted: BootedPhone | undefined;
  #listening: Promise<PortPair> | undefined;
  #link: AdbServerLink | undefined;
  #restarting = false;
  #cancelBoot: () => void = () => {};

  constructor(options: XiaomiPhoneOptions, surroundings: Surroundings) {
    this.#options = options;
    this.#surroundings = surroundings;
    this.#gates = new Gates(options.gates);
    this.stopped = new Promise((resolve) => (this.#onStopped = resolve));
    const { profile } = options;
    const { log } = surroundings;
    const phone = this;
    const property = (name: string) => profile.properties[name] ?? '';
    this.#daemon = new AdbDaemon({
      banner: {
        properties: {
          'ro.product.name': property('ro.product.name'),
          'ro.product.model': property('ro.product.model'),
          'ro.product.device': property('ro.product.device'),
        },
      },
      shell: {
        run: async (commandLine, io) => {
          const signal = AbortSignal.any([io.signal, this.#power.signal]);
          return (await this.#boot()).shell.run(commandLine, { ...io, signal });
        },
      },
      get files() {
        return phone.#boot().then(({ system }) => system.shellFiles);
      },
      auth: {
        state: () => this.#gates.get('adb-auth') as AuthState,
        ask: async (publicKey) => (await this.#boot()).system.adbKeys.ask(publicKey),
      },
      ports: { connect: (port) => this.#booted?.system.ports.connect(port) },
      reboot: async (mode) => (await this.#boot()).system.power.reboot(mode),
      log,
    });
    // Whoever is connected is let in, or kept out, anew.
    this.#gates.onChanged('adb-auth', () => this.#daemon.followAuth());
    this.#console = new EmulatorConsole(
      {
        avdName: profile.id,
        get system() {
          return phone.#boot().then(({ system }) => system);
        },
        kill: () => void this.stop(),
        log,
      },
      authTokenPath(),
    );
  }

  get profile(): Profile {
    return this.#options.profile;
  }

  /** Whether an adb server lists the phone; known once `start()` has resolved. */
  listedByAdb = false;

  /**
   * Opens the phone's ports, unless `start()` has.
   * @throws PortTakenError, NoFreePortsError; PhoneStoppedError after `stop()`.
   */
  async listen(): Promise<void> {
    this.#assertNotStopped();
    this.#listening ??= this.#openPorts();
    await this.#listening;
  }

  /**
   * Resolves when the phone has booted and an adb server lists it, if there is one.
   * @throws what `listen()` throws; NumberTakenError; PhoneStoppedError if `stop()` is called
   *   meanwhile; what the boot threw.
   */
  async start(): Promise<PhoneInfo> {
    const { adbServer, log } = this.#surroundings;
    try {
      // adb sends the token only if the file was there when `adb emu` started.
      await readAuthToken(authTokenPath());
      this.#assertNotStopped();
      this.#listening ??= this.#openPorts();
      const { adbPort, consolePort } = await this.#listening;
      this.#assertNotStopped();
      const clock = this.#clock;
      const letsIn = () => this.#gates.get('adb-auth') === 'authorized';
      const isConnected = () => this.#daemon.isConnected;
      const link = new AdbServerLink({
        adbPort,
        server: adbServer,
        letsIn,
        isConnected,
        clock,
        log,
      });
      this.#link = link;
      link.start();
      const [service, { admin, view }] = await Promise.all([
        this.#surroundings.service(),
        this.#boot(),
      ]);
      this.listedByAdb = await link.online(ADB_ONLINE_TIMEOUT_MS);
      this.#assertNotStopped();
      const { secondNumber } = this.#options;
      return {
        serial: link.serial,
        adbPort,
        consolePort,
        model: this.#property('ro.product.model'),
        system: systemVersion(this.#options.profile),
        number: this.#options.phoneNumber,
        ...(secondNumber === undefined ? {} : { secondNumber }),
        service,
        admin,
        ...(view ? { view } : {}),
      };
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Switches the phone off: it vanishes from adb, and nothing of it runs any more. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#power.abort(new Error('the phone was switched off'));
    await this.#link?.stop();
    // Ports that could not be had, and a boot that failed, have been told to whoever called start().
    const sockets = await this.#listening?.catch(() => undefined);
    const closed = [sockets?.adb, sockets?.console].map(close);
    await Promise.all([this.#daemon.stop(), this.#console.stop(), ...closed]);
    const booted = await this.#booting?.catch(() => undefined);
    await booted?.stop();
    this.#clock.stop();
    this.#onStopped();
  }

  async #openPorts(): Promise<PortPair> {
    const sockets = await listenOnPortPair(this.#options.consolePort);
    sockets.adb.on('connection', (socket) => {
      if (this.#restarting) socket.destroy();
      else this.#daemon.attach(socket);
    });
    sockets.console.on('connection', (socket) => this.#console.attach(socket));
    return sockets;
  }

  #boot(): Promise<BootedPhone> {
    this.#booting ??= this.#loadAndBoot();
    return this.#booting;
  }

  async #loadAndBoot(): Promise<BootedPhone> {
    const { network } = this.#surroundings;
    const [{ boot }, service] = await Promise.all([
      import('./boot.ts'),
      this.#surroundings.service(),
    ]);
    this.#booted = await boot(this.#options, this.#clock, {
      network,
      serviceUrl: service.url,
      gates: this.#gates,
      log: this.#surroundings.log,
    });
    this.#booted.system.power.onReboot((reason) => void this.#reboot(reason));
    return this.#booted;
  }

  async #reboot(reason: string): Promise<void> {
    this.#surroundings.log(`restarting${reason && `: ${reason}`}`);
    this.#restarting = true;
    this.#cancelBoot();
    this.#power.abort(new Error('the phone restarts'));
    this.#power = new AbortController();
    await this.#daemon.stop();
    const { system } = await this.#boot();
    await system.restart();
    this.#clock.after(REBOOT_MS, () => {
      this.#restarting = false;
      this.#cancelBoot = this.#clock.after(COMPLETE_BOOT_MS, () => system.completeBoot());
    });
  }

  #assertNotStopped(): void {
    if (this.#stopping) throw new PhoneStoppedError('the phone was stopped before it had started');
  }

  #property(name: string): string {
    return this.#options.profile.properties[name] ?? '';
  }
}

function close(server: Server | undefined): Promise<void> {
  if (!server) return Promise.resolve();
  return new Promise((resolve) => server.close(() => resolve()));
}
