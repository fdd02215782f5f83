import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { Command } from './packet.ts';

const BUFFER_BYTES = 256 * 1024;

interface AdbStreamOptions {
  readonly maxPayloadBytes: number;
  /** Sends a packet of this stream to the peer. */
  send(command: number, payload?: Buffer): void;
  /** Called once, when the stream is closed on both sides. */
  onClosed(): void;
}

/**
 * One stream inside an adb connection, as a Node stream.
 *
 * Flow control as in AOSP packages/modules/adb/protocol.txt: each side has at most one WRTE
 * outstanding until the other answers OKAY, and OKAY is sent when the reader wants more. There
 * is no half-close: CLSE ends both directions.
 */
export class AdbStream extends Duplex {
  readonly #options: AdbStreamOptions;
  readonly #lifetime = new AbortController();
  #closed = false;
  #owesOkay = false;
  #onOkay: (() => void) | undefined;

  constructor(options: AdbStreamOptions) {
    super({
      allowHalfOpen: false,
      readableHighWaterMark: BUFFER_BYTES,
      writableHighWaterMark: BUFFER_BYTES,
    });
    this.#options = options;
    this.once('finish', () => this.destroy());
  }

  /** Aborted when the stream closes, from either side. */
  get lifetime(): AbortSignal {
    return this.#lifetime.signal;
  }

  /** Writes and waits until there is room for more; rejects once the stream is closed. */
  async writeAndWait(chunk: Buffer): Promise<void> {
    this.lifetime.throwIfAborted();
    if (!this.write(chunk)) await once(this, 'drain', { signal: this.lifetime });
  }

  /** The peer sent WRTE. */
  receive(payload: Buffer): void {
    if (this.push(payload)) this.#options.send(Command.OKAY);
    else this.#owesOkay = true;
  }

  /** The peer sent OKAY. */
  acknowledge(): void {
    const onOkay = this.#onOkay;
    this.#onOkay = undefined;
    onOkay?.();
  }

  /** The peer sent CLSE, or the connection is gone. What had arrived can still be read. */
  closeByPeer(): void {
    if (this.#closed) return;
    this.#close();
    this.push(null);
    this.acknowledge();
  }

  override _read(): void {
    if (!this.#owesOkay || this.#closed) return;
    this.#owesOkay = false;
    this.#options.send(Command.OKAY);
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#sendAll(chunk, done);
  }

  // Many small writes travel as one packet.
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#sendAll(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _final(done: () => void): void {
    this.#close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#close();
    this.acknowledge();
    done(error);
  }

  #sendAll(data: Buffer, done: () => void): void {
    if (data.length === 0) {
      done();
      return;
    }
    if (this.#closed) {
      // It is lost, as with a closed socket, of which the writer learns by `lifetime`. Not at
      // once, or a writer that never pauses would never let it learn.
      setImmediate(done);
      return;
    }
    const { maxPayloadBytes, send } = this.#options;
    this.#onOkay = () => this.#sendAll(data.subarray(maxPayloadBytes), done);
    send(Command.WRTE, data.subarray(0, maxPayloadBytes));
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.send(Command.CLSE);
    this.#options.onClosed();
    this.#lifetime.abort(new Error('the adb stream was closed'));
  }
}
