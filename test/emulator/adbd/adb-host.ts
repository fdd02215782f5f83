import { type Duplex, duplexPair } from '../../../emulator/android/duplex-pair.ts';
import { DevicePorts } from '../../../emulator/android/ports.ts';
import { AdbDaemon } from '../../../emulator/adbd/daemon.ts';
import type { AdbDevice } from '../../../emulator/adbd/device.ts';
import type { ShellIo } from '../../../emulator/android/shell-io.ts';
import {
  checksum,
  Command,
  encodePacket,
  type Packet,
  PacketParser,
  VERSION_SKIP_CHECKSUM,
} from '../../../emulator/adbd/packet.ts';
import { InMemoryFs } from 'just-bash';

type Received = Packet & { readonly checksum: number };

/** The adb server's side of a connection, one packet at a time. */
export class AdbHost {
  readonly socket: Duplex;
  readonly #received: Received[] = [];
  readonly #waiting: ((packet: Received) => void)[] = [];
  #nextStreamId = 100;

  /** Connects to a daemon in memory. */
  constructor(daemon: AdbDaemon) {
    const [near, far] = duplexPair();
    this.socket = near;
    const parser = new PacketParser();
    near.on('data', (chunk: Buffer) => {
      for (const packet of parser.push(chunk)) {
        const waiter = this.#waiting.shift();
        if (waiter) waiter(packet);
        else this.#received.push(packet);
      }
    });
    daemon.attach(far);
  }

  /** Packets that have arrived and were not asked for yet. */
  get pending(): readonly Received[] {
    return this.#received;
  }

  send(command: number, arg0: number, arg1: number, payload: Buffer | string = ''): void {
    const packet = { command, arg0, arg1, payload: Buffer.from(payload) };
    this.socket.write(encodePacket(packet, true));
  }

  next(): Promise<Received> {
    const packet = this.#received.shift();
    if (packet) return Promise.resolve(packet);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Says hello and returns the phone's answer. */
  connect(version = VERSION_SKIP_CHECKSUM, maxPayloadBytes = 1024 * 1024): Promise<Received> {
    this.send(Command.CNXN, version, maxPayloadBytes, 'host::features=shell_v2');
    return this.next();
  }

  /** Opens a stream; `undefined` if the phone refuses. */
  async open(service: string): Promise<HostStream | undefined> {
    const localId = this.#nextStreamId++;
    this.send(Command.OPEN, localId, 0, `${service}\0`);
    const answer = await this.next();
    if (answer.command === Command.CLSE) return undefined;
    return new HostStream(this, localId, answer.arg0);
  }
}

/** A stream of which nothing else goes over the connection meanwhile. */
export class HostStream {
  readonly localId: number;
  readonly remoteId: number;
  readonly #host: AdbHost;
  readonly #chunks: Buffer[] = [];

  constructor(host: AdbHost, localId: number, remoteId: number) {
    this.#host = host;
    this.localId = localId;
    this.remoteId = remoteId;
  }

  /** Writes and waits for the OKAY, acknowledging what arrives meanwhile. */
  async write(data: Buffer | string): Promise<void> {
    this.send(Command.WRTE, data);
    while ((await this.#step()) !== Command.OKAY);
  }

  /** Everything the phone sends until it closes. */
  async readToEnd(): Promise<Buffer> {
    while ((await this.#step()) !== Command.CLSE);
    return Buffer.concat(this.#chunks.splice(0));
  }

  /** Exactly so many bytes. */
  async read(byteLength: number): Promise<Buffer> {
    for (;;) {
      const all = Buffer.concat(this.#chunks.splice(0));
      if (all.length >= byteLength) {
        this.#chunks.push(all.subarray(byteLength));
        return all.subarray(0, byteLength);
      }
      this.#chunks.push(all);
      await this.#step();
    }
  }

  send(command: number, payload: Buffer | string = ''): void {
    this.#host.send(command, this.localId, this.remoteId, payload);
  }

  async #step(): Promise<number> {
    const packet = await this.#host.next();
    if (packet.command === Command.WRTE) {
      this.#chunks.push(packet.payload);
      this.send(Command.OKAY);
    }
    return packet.command;
  }
}

type Run = (commandLine: string, io: ShellIo) => Promise<number>;

/** A phone of which only what is given works. */
export function stubDevice(parts: {
  readonly run?: Run;
  readonly files?: InMemoryFs;
  readonly ports?: DevicePorts;
  readonly reboot?: (mode: string) => void;
  readonly auth?: AdbDevice['auth'];
}): AdbDevice {
  return {
    banner: {
      properties: {
        'ro.product.name': 'garnet_global',
        'ro.product.model': '2312DRA50G',
        'ro.product.device': 'garnet',
      },
    },
    shell: { run: parts.run ?? (() => Promise.resolve(0)) },
    files: Promise.resolve(parts.files ?? new InMemoryFs({})),
    ports: parts.ports ?? new DevicePorts(),
    auth: parts.auth ?? { state: () => 'authorized', ask: () => Promise.resolve(false) },
    reboot: async (mode) => parts.reboot?.(mode),
    log: () => undefined,
  };
}

/** A host that has shaken hands with a stub phone. */
export async function connectedHost(parts: Parameters<typeof stubDevice>[0]): Promise<AdbHost> {
  const host = new AdbHost(new AdbDaemon(stubDevice(parts)));
  await host.connect();
  return host;
}

/** Whether a packet's checksum is that of its payload. */
export function hasChecksum(packet: Received): boolean {
  return packet.checksum === checksum(packet.payload);
}
