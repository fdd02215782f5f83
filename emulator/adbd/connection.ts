import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { AdbDevice } from './device.ts';
import { FEATURES } from './features.ts';
import {
  AdbProtocolError,
  checksum,
  Command,
  encodePacket,
  MAX_PAYLOAD_BYTES,
  type Packet,
  PacketParser,
  VERSION_MIN,
  VERSION_SKIP_CHECKSUM,
} from './packet.ts';
import { findService } from './services/index.ts';
import { AdbStream } from './stream.ts';

const NOTHING = Buffer.alloc(0);

/** First argument of AUTH packets (AOSP packages/modules/adb/protocol.txt). */
const AUTH_TOKEN = 1;
const AUTH_RSAPUBLICKEY = 3;
const AUTH_TOKEN_BYTES = 20;

/**
 * adbd's end of one connection with an adb server: the handshake and the dispatch of packets to
 * streams. Source: AOSP packages/modules/adb/protocol.txt; adb.cpp, `handle_packet`.
 */
export class AdbConnection {
  readonly #device: AdbDevice;
  readonly #socket: Duplex;
  readonly #streams = new Map<number, AdbStream>();
  #nextStreamId = 1;
  #version = VERSION_MIN;
  #maxPayloadBytes = MAX_PAYLOAD_BYTES;
  #online = false;
  /** Answers the CNXN of a host that was not let in yet. */
  #connect: (() => void) | undefined;

  constructor(device: AdbDevice, socket: Duplex) {
    this.#device = device;
    this.#socket = socket;
    const parser = new PacketParser();
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const packet of parser.push(chunk)) {
          if (this.#version < VERSION_SKIP_CHECKSUM && this.#online) {
            if (checksum(packet.payload) !== packet.checksum) {
              throw new AdbProtocolError('the checksum does not match the payload');
            }
          }
          this.#handle(packet);
        }
      } catch (error) {
        if (!(error instanceof AdbProtocolError)) throw error;
        device.log(`adb connection dropped: ${error.message}`);
        socket.destroy();
      }
    });
    socket.on('error', (error) => device.log(`adb connection lost: ${error.message}`));
    socket.on('close', () => {
      for (const stream of [...this.#streams.values()]) stream.closeByPeer();
    });
  }

  /** Does what another answer to "may this computer come in?" asks for. */
  followAuth(): void {
    const state = this.#device.auth.state();
    if (state === 'authorized') this.#connect?.();
    else if (this.#online || state === 'offline') this.close();
    else if (this.#connect) this.#sendToken();
  }

  /** Drops the connection, as a pulled cable does. */
  close(): void {
    this.#socket.destroy();
  }

  #handle({ command, arg0, arg1, payload }: Packet): void {
    if (command === Command.CNXN) {
      this.#greet(arg0, arg1);
      return;
    }
    if (command === Command.AUTH) {
      this.#authenticate(arg0, payload);
      return;
    }
    if (!this.#online) return;
    const stream = this.#streams.get(arg1);
    switch (command) {
      case Command.OPEN:
        this.#open(arg0, payload);
        break;
      case Command.OKAY:
        // The host has already given up a stream that it acknowledges too late.
        if (stream) stream.acknowledge();
        else this.#send(Command.CLSE, arg1, arg0);
        break;
      case Command.WRTE:
        stream?.receive(payload);
        break;
      case Command.CLSE:
        stream?.closeByPeer();
        break;
      default:
        this.#device.log(`adb packet of unknown kind 0x${command.toString(16)} ignored`);
    }
  }

  #greet(version: number, maxPayloadBytes: number): void {
    if (maxPayloadBytes === 0) throw new AdbProtocolError('the host takes no payload at all');
    const state = this.#device.auth.state();
    this.#connect = () => {
      this.#connect = undefined;
      this.#comeOnline(version, maxPayloadBytes);
    };
    if (state === 'authorized') this.#connect();
    else if (state === 'unauthorized') this.#sendToken();
  }

  /** Nobody's key is known while the phone is unauthorized: a signature gets the next token. */
  #authenticate(kind: number, payload: Buffer): void {
    if (!this.#connect || this.#device.auth.state() !== 'unauthorized') return;
    if (kind !== AUTH_RSAPUBLICKEY) {
      this.#sendToken();
      return;
    }
    const publicKey = payload.toString('utf8').replace(/\0+$/, '');
    this.#device.auth.ask(publicKey).then(
      (isAllowed) => {
        if (isAllowed && !this.#socket.destroyed) this.#connect?.();
      },
      (error: unknown) => this.#device.log(`adb key not asked about: ${String(error)}`),
    );
  }

  #sendToken(): void {
    this.#send(Command.AUTH, AUTH_TOKEN, 0, randomBytes(AUTH_TOKEN_BYTES));
  }

  #comeOnline(version: number, maxPayloadBytes: number): void {
    // A second CNXN on the same socket starts the connection anew.
    for (const stream of [...this.#streams.values()]) stream.closeByPeer();
    this.#version = Math.min(version, VERSION_SKIP_CHECKSUM);
    this.#maxPayloadBytes = Math.min(maxPayloadBytes, MAX_PAYLOAD_BYTES);
    this.#online = true;
    const properties = Object.entries(this.#device.banner.properties)
      .map(([name, value]) => `${name}=${value};`)
      .join('');
    const banner = `device::${properties}features=${FEATURES.join(',')}`;
    this.#send(Command.CNXN, VERSION_SKIP_CHECKSUM, MAX_PAYLOAD_BYTES, Buffer.from(banner));
  }

  #open(remoteId: number, payload: Buffer): void {
    // 0 is no stream's id: nothing could be answered (AOSP adb.cpp, `handle_packet`).
    if (remoteId === 0) return;
    const name = payload.toString('utf8').replace(/\0+$/, '');
    const service = findService(name, this.#device);
    if (!service) {
      this.#device.log(`adb service refused: ${name}`);
      this.#send(Command.CLSE, 0, remoteId);
      return;
    }
    const localId = this.#nextStreamId++;
    const stream = new AdbStream({
      maxPayloadBytes: this.#maxPayloadBytes,
      send: (command, data) => this.#send(command, localId, remoteId, data),
      onClosed: () => this.#streams.delete(localId),
    });
    this.#streams.set(localId, stream);
    this.#send(Command.OKAY, localId, remoteId);
    service(stream)
      .catch((error: unknown) => {
        if (!stream.lifetime.aborted)
          this.#device.log(`adb service ${name} failed: ${String(error)}`);
      })
      .finally(() => stream.end());
  }

  #send(command: number, arg0: number, arg1: number, payload: Buffer = NOTHING): void {
    if (!this.#socket.writable) return;
    const withChecksum = command === Command.CNXN || this.#version < VERSION_SKIP_CHECKSUM;
    this.#socket.write(encodePacket({ command, arg0, arg1, payload }, withChecksum));
  }
}
