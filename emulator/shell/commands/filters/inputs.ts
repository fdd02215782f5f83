import { resolvePath, type StreamInput } from '../../command.ts';
import { describeFileError } from '../../file-errors.ts';

/** What a filter reads: a file, or its standard input. */
export interface Input {
  /** As it was named, `-` for standard input. */
  readonly name: string;
  readonly chunks: AsyncIterable<Buffer>;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * Opens one file after another, standard input for `-` and where no file is named, and tells of
 * those that cannot be read.
 * @returns the exit code: 1 if there were such.
 */
export async function forEachInput(
  input: StreamInput,
  paths: readonly string[],
  use: (each: Input) => Promise<void>,
): Promise<number> {
  let exitCode = 0;
  for (const name of paths.length > 0 ? paths : ['-']) {
    if (input.signal.aborted) break;
    if (name === '-') {
      await use({ name, chunks: input.input.chunks(input.signal) });
      continue;
    }
    const path = resolvePath(input, name);
    let content: Uint8Array;
    try {
      if ((await input.files.stat(path)).isDirectory) throw new Error('EISDIR');
      content = await input.files.readFileBuffer(path);
    } catch (error) {
      await input.writeError(`${input.name}: ${name}: ${describeFileError(error)}\n`);
      exitCode = 1;
      continue;
    }
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
    await use({ name, chunks: piecesOf(bytes, ENDLESS.test(path), input.signal) });
  }
  return exitCode;
}

const ENDLESS = /^\/dev\/(?:zero|u?random)$/;

/** So that others have their turn between two pieces of a large file; none after the signal. */
async function* piecesOf(
  content: Buffer,
  isEndless: boolean,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  do {
    for (let at = 0; at < content.length && !signal.aborted; at += CHUNK_BYTES) {
      yield content.subarray(at, at + CHUNK_BYTES);
      await new Promise(setImmediate);
    }
  } while (isEndless && !signal.aborted);
}
