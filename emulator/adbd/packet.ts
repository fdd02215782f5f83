import { ByteQueue } from './byte-queue.ts';
import { fourCc, Struct } from './struct.ts';

/**
 * adb's packets: a 24-byte header and a payload.
 * Source: AOSP packages/modules/adb/protocol.txt and types.h (`amessage`).
 */
export const Command = {
  CNXN: fourCc('CNXN'),
  AUTH: fourCc('AUTH'),
  STLS: fourCc('STLS'),
  OPEN: fourCc('OPEN'),
  OKAY: fourCc('OKAY'),
  CLSE: fourCc('CLSE'),
  WRTE: fourCc('WRTE'),
} as const;

/** First protocol version, with checksums. */
export const VERSION_MIN = 0x01000000;
/** From this version on, payloads carry no checksum. */
export const VERSION_SKIP_CHECKSUM = 0x01000001;
/** Largest payload adbd takes (AOSP `MAX_PAYLOAD`). */
export const MAX_PAYLOAD_BYTES = 1024 * 1024;

export interface Packet {
  readonly command: number;
  readonly arg0: number;
  readonly arg1: number;
  readonly payload: Buffer;
}

interface ReceivedPacket extends Packet {
  /** The header's checksum, as sent: zero from peers that skip it. */
  readonly checksum: number;
}

/** The peer does not speak adb's protocol: the connection is of no more use. */
export class AdbProtocolError extends Error {
  override readonly name = 'AdbProtocolError';
}

const HEADER = new Struct({
  command: 'u32',
  arg0: 'u32',
  arg1: 'u32',
  dataLength: 'u32',
  dataCheck: 'u32',
  magic: 'u32',
});

/** adb's "crc32", which is the plain sum of the bytes. */
export function checksum(payload: Buffer): number {
  let sum = 0;
  for (const byte of payload) sum = (sum + byte) >>> 0;
  return sum;
}

/** @param withChecksum whether the peer may look at the checksum. */
export function encodePacket(packet: Packet, withChecksum: boolean): Buffer {
  const header = HEADER.encode({
    command: packet.command,
    arg0: packet.arg0,
    arg1: packet.arg1,
    dataLength: packet.payload.length,
    dataCheck: withChecksum ? checksum(packet.payload) : 0,
    magic: (packet.command ^ 0xffffffff) >>> 0,
  });
  return packet.payload.length === 0 ? header : Buffer.concat([header, packet.payload]);
}

/** Cuts a byte stream into packets, however it was cut on its way. */
export class PacketParser {
  readonly #bytes = new ByteQueue();

  /**
   * Adds what arrived and returns the packets that it completes.
   * @throws AdbProtocolError on a header that cannot be one.
   */
  *push(chunk: Buffer): Generator<ReceivedPacket> {
    this.#bytes.append(chunk);
    for (;;) {
      const head = this.#bytes.peek(HEADER.byteLength);
      if (!head) return;
      const { command, arg0, arg1, dataLength, dataCheck, magic } = HEADER.decode(head);
      if (magic !== (command ^ 0xffffffff) >>> 0) {
        throw new AdbProtocolError(`not an adb packet: ${head.toString('hex')}`);
      }
      if (dataLength > MAX_PAYLOAD_BYTES) {
        throw new AdbProtocolError(
          `payload of ${dataLength} bytes, at most ${MAX_PAYLOAD_BYTES} are allowed`,
        );
      }
      const whole = this.#bytes.take(HEADER.byteLength + dataLength);
      if (!whole) return;
      const payload = whole.subarray(HEADER.byteLength);
      yield { command, arg0, arg1, payload, checksum: dataCheck };
    }
  }
}
