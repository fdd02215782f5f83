import { ByteQueue } from '../byte-queue.ts';
import type { AdbStream } from '../stream.ts';
import { SyncHeader, SyncId } from './sync-format.ts';

/** An id, a length and the data. */
export function syncMessage(id: number, data: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([SyncHeader.encode({ id, length: data.length }), data]);
}

/** The messages of one `sync:` stream. */
export class SyncChannel {
  readonly #stream: AdbStream;
  readonly #input: AsyncIterator<Buffer>;
  readonly #bytes = new ByteQueue();

  constructor(stream: AdbStream) {
    this.#stream = stream;
    this.#input = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  }

  /** Reads an id and a length; `undefined` if the host has closed the stream. */
  async readHeader(): Promise<{ id: number; length: number } | undefined> {
    const header = await this.readExactly(SyncHeader.byteLength);
    return header && SyncHeader.decode(header);
  }

  /** Reads so many bytes; `undefined` if the stream ends before. */
  async readExactly(byteLength: number): Promise<Buffer | undefined> {
    for (;;) {
      const taken = this.#bytes.take(byteLength);
      if (taken) return taken;
      const next = await this.#input.next();
      if (next.done) return undefined;
      this.#bytes.append(next.value);
    }
  }

  /** Sends an id, a length and the data. */
  send(id: number, data: Buffer = Buffer.alloc(0)): Promise<void> {
    return this.write(syncMessage(id, data));
  }

  write(message: Buffer): Promise<void> {
    return this.#stream.writeAndWait(message);
  }

  /** Says what went wrong; false, because adbd closes the stream after most failures. */
  async fail(reason: string): Promise<false> {
    await this.send(SyncId.fail, Buffer.from(reason));
    return false;
  }
}
