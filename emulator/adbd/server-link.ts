import { once } from 'node:events';
import net from 'node:net';
import type { Clock } from '../android/clock.ts';
import { ByteQueue } from './byte-queue.ts';
import { AdbProtocolError } from './packet.ts';
import type { AdbServer } from './start-server.ts';

const RETRY_MS = 500;
/** How long an adb server gets to connect to a phone that it was told of. */
const ANNOUNCE_AGAIN_MS = 2000;

interface AdbServerLinkOptions {
  /** The host port on which the phone's adbd listens; the serial is made of the one below. */
  readonly adbPort: number;
  readonly server: AdbServer;
  /**
   * Whether the phone lets computers in, and so is listed as `device`; default: it does. Of one that
   * does not, a server (adb 29) lists `offline` here and goes on to `unauthorized` untold.
   */
  readonly letsIn?: () => boolean;
  /**
   * Whether an adb server is connected to the phone; default: one is. A server that lists it without
   * means the phone of that serial that was there before, and is about to drop it.
   */
  readonly isConnected?: () => boolean;
  readonly clock: Clock;
  log(message: string): void;
}

/**
 * Makes the host's adb server know the phone, as an Android emulator does, and know it again
 * after the server was restarted. Source: AOSP packages/modules/adb/SERVICES.TXT,
 * `host:emulator:<port>` and `host:track-devices`.
 *
 * The server is not polled: it reports every change of its devices, and only while there is none
 * a connection is tried now and then.
 */
export class AdbServerLink {
  readonly serial: string;
  readonly #options: AdbServerLinkOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #waiters: ((online: boolean) => void)[] = [];
  #online = false;
  /** No server runs and none could be started: waiting for one is in vain. */
  #hopeless = false;

  constructor(options: AdbServerLinkOptions) {
    this.#options = options;
    this.serial = `emulator-${options.adbPort - 1}`;
  }

  /** Starts announcing, and the adb server too if none runs and adb is installed. */
  start(): void {
    this.#running = this.#run(this.#stopping.signal);
  }

  /**
   * Resolves with true once an adb server lists the phone as it should, with false
   * after `timeoutMs`, when stopped, or at once if there is no server and no adb to start one.
   */
  online(timeoutMs: number): Promise<boolean> {
    const isDecided = this.#online || this.#hopeless || this.#stopping.signal.aborted;
    if (isDecided) return Promise.resolve(this.#online);
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(timeoutMs, () => resolve(false));
      this.#waiters.push((online) => {
        cancel();
        resolve(online);
      });
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the phone is being stopped'));
    await this.#running;
    this.#answerWaiters(false);
  }

  async #run(signal: AbortSignal): Promise<void> {
    if (!(await this.#follow(signal)) && !signal.aborted) await this.#startServer(signal);
    // Whoever kills a server later does so on purpose: from now on one is only waited for.
    for (;;) {
      this.#online = false;
      if (signal.aborted || !(await this.#slept(RETRY_MS, signal))) return;
      await this.#follow(signal);
    }
  }

  /** Starts a server and follows it until it goes. */
  async #startServer(signal: AbortSignal): Promise<void> {
    const stopped = new Promise<false>((resolve) => {
      signal.addEventListener('abort', () => resolve(false), { once: true });
    });
    const started = await Promise.race([this.#options.server.start(), stopped]);
    if (signal.aborted) return;
    // One that another program started at the same moment is as good.
    if (!(await this.#follow(signal)) && !started) this.#giveUpHope();
  }

  /** Resolves with false if woken by the signal. */
  #slept(delayMs: number, signal: AbortSignal): Promise<boolean> {
    return this.#options.clock.sleep(delayMs, signal).then(
      () => true,
      () => false,
    );
  }

  /** Follows the server's list of devices until it goes; false if there was no server. */
  async #follow(signal: AbortSignal): Promise<boolean> {
    const socket = await this.#request('host:track-devices', signal);
    if (!socket) return false;
    this.#hopeless = false;
    let cancelRetry = () => {};
    const announceIfMissing = (states: ReadonlyMap<string, string>) => {
      cancelRetry();
      const state = states.get(this.serial);
      const letsIn = this.#options.letsIn?.() ?? true;
      const isConnected = this.#options.isConnected?.() ?? true;
      this.#setOnline(isConnected && (letsIn ? state === 'device' : state !== undefined));
      if (states.has(this.serial)) return;
      void this.#request(`host:emulator:${this.#options.adbPort}`, signal);
      cancelRetry = this.#options.clock.after(ANNOUNCE_AGAIN_MS, () => announceIfMissing(states));
    };
    const parser = new DeviceListParser();
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const states of parser.push(chunk)) announceIfMissing(states);
      } catch (error) {
        this.#giveUpHope();
        socket.destroy(error as Error);
      }
    });
    if (!socket.closed) await new Promise<void>((resolve) => socket.once('close', resolve));
    cancelRetry();
    return true;
  }

  #setOnline(online: boolean): void {
    this.#online = online;
    if (online) this.#answerWaiters(true);
  }

  #giveUpHope(): void {
    this.#hopeless = true;
    this.#answerWaiters(false);
  }

  #answerWaiters(online: boolean): void {
    for (const waiter of this.#waiters.splice(0)) waiter(online);
  }

  /** Sends a request to the server; `undefined` if none listens. */
  async #request(service: string, signal: AbortSignal): Promise<net.Socket | undefined> {
    const socket = net.connect({ host: '127.0.0.1', port: this.#options.server.port });
    // net.connect's own `signal` option would leave a listener behind for every connection.
    const abort = () => socket.destroy(signal.reason as Error);
    signal.addEventListener('abort', abort);
    socket.once('close', () => signal.removeEventListener('abort', abort));
    try {
      await once(socket, 'connect');
    } catch (error) {
      if (!isConnectionRefused(error) && !signal.aborted) {
        this.#options.log(`adb server: ${String(error)}`);
      }
      return undefined;
    }
    socket.on('error', (error) => {
      if (!signal.aborted) this.#options.log(`adb server: ${error.message}`);
    });
    const length = Buffer.byteLength(service).toString(16).padStart(4, '0');
    socket.write(length + service);
    // The server closes without an answer, or keeps sending; both need the socket to flow.
    socket.resume();
    return socket;
  }
}

function isConnectionRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}

/** What `host:track-devices` sends: OKAY, then lists with their length in four hex digits. */
class DeviceListParser {
  readonly #bytes = new ByteQueue();
  #accepted = false;

  /** @throws AdbProtocolError if something else than an adb server answers. */
  *push(chunk: Buffer): Generator<ReadonlyMap<string, string>> {
    this.#bytes.append(chunk);
    if (!this.#accepted) {
      const status = this.#bytes.take(4)?.toString('latin1');
      if (status === undefined) return;
      if (status !== 'OKAY') throw new AdbProtocolError(`not an adb server: it says '${status}'`);
      this.#accepted = true;
    }
    for (;;) {
      const head = this.#bytes.peek(4);
      if (!head) return;
      const digits = head.toString('latin1');
      if (!/^[0-9a-f]{4}$/i.test(digits)) throw new AdbProtocolError(`no length: '${digits}'`);
      const length = Number.parseInt(digits, 16);
      const message = this.#bytes.take(4 + length);
      if (!message) return;
      const lines = message.subarray(4).toString('utf8').split('\n').filter(Boolean);
      yield new Map(lines.map((line) => line.split('\t') as [string, string]));
    }
  }
}
