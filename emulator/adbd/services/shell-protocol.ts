import { ByteQueue } from '../byte-queue.ts';
import { AdbProtocolError, MAX_PAYLOAD_BYTES } from '../packet.ts';
import { Struct } from '../struct.ts';

/**
 * The packets of `shell,v2`, which keep the two outputs and the exit code apart.
 * Source: AOSP packages/modules/adb/shell_protocol.h.
 */
export const ShellPacketId = {
  stdin: 0,
  stdout: 1,
  stderr: 2,
  exit: 3,
  closeStdin: 4,
  windowSize: 5,
} as const;

export interface ShellPacket {
  readonly id: number;
  readonly data: Buffer;
}

const HEADER = new Struct({ id: 'u8', dataLength: 'u32' });

export function encodeShellPacket({ id, data }: ShellPacket): Buffer {
  return Buffer.concat([HEADER.encode({ id, dataLength: data.length }), data]);
}

/** Cuts the bytes of a stream into shell packets. */
export class ShellPacketParser {
  readonly #bytes = new ByteQueue();

  /**
   * Adds what arrived and returns the packets that it completes.
   * @throws AdbProtocolError on a length no client sends.
   */
  *push(chunk: Buffer): Generator<ShellPacket> {
    this.#bytes.append(chunk);
    for (;;) {
      const head = this.#bytes.peek(HEADER.byteLength);
      if (!head) return;
      const { id, dataLength } = HEADER.decode(head);
      if (dataLength > MAX_PAYLOAD_BYTES) {
        throw new AdbProtocolError(`shell packet of ${dataLength} bytes`);
      }
      const whole = this.#bytes.take(HEADER.byteLength + dataLength);
      if (!whole) return;
      yield { id, data: whole.subarray(HEADER.byteLength) };
    }
  }
}
