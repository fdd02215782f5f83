import type { Readable } from 'node:stream';
import type { ShellIo } from '../android/shell-io.ts';

const NEWLINE = 0x0a;
const END_OF_INPUT = 0x04;

/**
 * Input that several commands read one after another: what one has not taken stays for the next.
 * Nothing here reads ahead, closes the stream or waits once the signal has aborted.
 */
export class StandardInput {
  readonly stream: Readable;
  readonly #isTerminal: boolean;

  constructor(stream: Readable, isTerminal = false) {
    this.stream = stream;
    this.#isTerminal = isTerminal;
  }

  static of(io: ShellIo): StandardInput {
    return new StandardInput(io.stdin, io.tty);
  }

  /** What has arrived, or the next that does; `undefined` at the end. */
  async readChunk(signal: AbortSignal): Promise<Buffer | undefined> {
    for (;;) {
      if (signal.aborted || this.stream.destroyed) return undefined;
      const chunk = this.stream.read() as Buffer | string | null;
      if (chunk !== null) return this.#upToEnd(Buffer.from(chunk as Buffer));
      if (this.stream.readableEnded) return undefined;
      await this.#untilReadable(signal);
    }
  }

  /** Up to and with the next newline; less at the end, `undefined` if nothing is left. */
  async readLine(signal: AbortSignal): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (;;) {
      const chunk = await this.readChunk(signal);
      if (!chunk) return parts.length > 0 ? Buffer.concat(parts) : undefined;
      const end = chunk.indexOf(NEWLINE) + 1;
      if (end > 0) {
        this.unread(chunk.subarray(end));
        return Buffer.concat([...parts, chunk.subarray(0, end)]);
      }
      parts.push(chunk);
    }
  }

  async *chunks(signal: AbortSignal): AsyncGenerator<Buffer> {
    for (;;) {
      const chunk = await this.readChunk(signal);
      if (!chunk) return;
      yield chunk;
    }
  }

  /** Gives back what was read too much; right after it was read, or the stream has ended. */
  unread(chunk: Buffer): void {
    if (chunk.length > 0) this.stream.unshift(chunk);
  }

  /** Each Ctrl-D ends one reading, not the terminal's input for good. */
  #upToEnd(chunk: Buffer): Buffer | undefined {
    const at = this.#isTerminal ? chunk.indexOf(END_OF_INPUT) : -1;
    if (at < 0) return chunk;
    this.unread(chunk.subarray(at === 0 ? 1 : at));
    return at === 0 ? undefined : chunk.subarray(0, at);
  }

  #untilReadable(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const { stream } = this;
      const finish = () => {
        stream.off('readable', finish).off('end', finish).off('close', finish).off('error', fail);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const fail = (error: Error) => {
        finish();
        reject(error);
      };
      stream.on('readable', finish).on('end', finish).on('close', finish).on('error', fail);
      signal.addEventListener('abort', finish, { once: true });
    });
  }
}
