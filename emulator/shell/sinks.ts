import type { PassThrough, Writable } from 'node:stream';
import type { IFileSystem } from 'just-bash';
import { writeTo } from './write-to.ts';

/** The reader of a pipe has gone: the writer ends, as by SIGPIPE. */
export class BrokenPipeError extends Error {
  override readonly name = 'BrokenPipeError';
}

/** More than fits. */
export class NoSpaceError extends Error {
  override readonly name = 'NoSpaceError';

  constructor() {
    super('No space left on device');
  }
}

/** Where a command's output goes. */
export interface Sink {
  /** Resolves when there is room for more. */
  write(output: Buffer): Promise<void>;
  end(): Promise<void>;
}

/** The client, which outlives the command. */
export function toClient(stream: Writable): Sink {
  return { write: (output) => writeTo(stream, output), end: () => Promise.resolve() };
}

/** The next command's input. */
export function toPipe(pipe: PassThrough): Sink {
  return {
    async write(output) {
      // A pipe that is destroyed forgets the write that waited for its reader.
      await untilClosed(pipe, (done) => void writeTo(pipe, output).then(done));
      if (pipe.destroyed) throw new BrokenPipeError();
    },
    end: () => untilClosed(pipe, (done) => pipe.end(done)),
  };
}

/** Resolves when `work` is done, or the pipe is closed. */
function untilClosed(pipe: PassThrough, work: (done: () => void) => void): Promise<void> {
  if (pipe.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      pipe.off('close', finish);
      resolve();
    };
    pipe.once('close', finish);
    work(finish);
  });
}

/** What is taken back as one piece: as much as just-bash can work on without a stall. */
export const MAX_COLLECTED_BYTES = 32 * 1024 * 1024;

export class Collector implements Sink {
  readonly #parts: Buffer[] = [];
  #byteLength = 0;

  async write(output: Buffer): Promise<void> {
    this.#byteLength += output.length;
    if (this.#byteLength > MAX_COLLECTED_BYTES) throw new NoSpaceError();
    this.#parts.push(output);
  }

  async end(): Promise<void> {}

  get content(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** @throws NoSpaceError */
export async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const collector = new Collector();
  for await (const chunk of chunks) await collector.write(chunk);
  return collector.content;
}

/** Written through at once while the file is small; beyond, in pieces that grow with it. */
const WRITTEN_THROUGH_BYTES = 1024 * 1024;

export class FileSink implements Sink {
  readonly #files: IFileSystem;
  readonly #path: string;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #writtenBytes = 0;

  private constructor(files: IFileSystem, path: string) {
    this.#files = files;
    this.#path = path;
  }

  /** Creates the file, or empties it. */
  static async open(files: IFileSystem, path: string, append: boolean): Promise<FileSink> {
    if (append) await files.appendFile(path, '');
    else await files.writeFile(path, '');
    return new FileSink(files, path);
  }

  async write(output: Buffer): Promise<void> {
    this.#pending.push(output);
    this.#pendingBytes += output.length;
    const isSmall = this.#writtenBytes < WRITTEN_THROUGH_BYTES;
    if (isSmall || this.#pendingBytes > this.#writtenBytes / 2) await this.end();
  }

  async end(): Promise<void> {
    if (this.#pendingBytes === 0) return;
    const content = Buffer.concat(this.#pending.splice(0));
    this.#pendingBytes = 0;
    this.#writtenBytes += content.length;
    await this.#files.appendFile(this.#path, content);
  }
}
