/**
 * Android's binary resources are chunks within chunks, each with a type, the size of its header and its
 * size in all; little-endian (AOSP frameworks/base/libs/androidfw/include/androidfw/ResourceTypes.h,
 * ResChunk_header).
 */
export interface Chunk {
  readonly type: number;
  /** Offset of the chunk in the file, and of what follows its header. */
  readonly start: number;
  readonly body: number;
  /** Offset behind it. */
  readonly end: number;
}

export const CHUNK_TYPES = {
  stringPool: 0x0001,
  table: 0x0002,
  xml: 0x0003,
  xmlStartElement: 0x0102,
  package: 0x0200,
  type: 0x0201,
} as const;

const HEADER_BYTES = 8;

/** The bytes are no resources of Android's. */
export class MalformedResourcesError extends Error {
  override readonly name = 'MalformedResourcesError';
}

/** @throws {MalformedResourcesError} when there is none, or it reaches further than `end`. */
export function chunkAt(bytes: Buffer, start: number, end = bytes.length): Chunk {
  if (start + HEADER_BYTES > end) {
    throw new MalformedResourcesError(`a chunk was expected at ${start} of ${end} bytes`);
  }
  const headerSize = bytes.readUInt16LE(start + 2);
  const size = bytes.readUInt32LE(start + 4);
  if (headerSize < HEADER_BYTES || size < headerSize || start + size > end) {
    throw new MalformedResourcesError(
      `the chunk at ${start} says that it has ${size} bytes, ${headerSize} of them a header; there are ${end - start}`,
    );
  }
  return {
    type: bytes.readUInt16LE(start),
    start,
    body: start + headerSize,
    end: start + size,
  };
}

/** The chunks inside another one, or those of a whole file. */
export function chunksIn(bytes: Buffer, { body, end }: Pick<Chunk, 'body' | 'end'>): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = body; at < end;) {
    const chunk = chunkAt(bytes, at, end);
    chunks.push(chunk);
    at = chunk.end;
  }
  return chunks;
}

/**
 * Reads something out of chunks.
 * @throws {MalformedResourcesError} also when an offset leads out of the file.
 */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new MalformedResourcesError('an offset leads out of the file', { cause: error });
  }
}
