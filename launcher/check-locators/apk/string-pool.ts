import type { Chunk } from './chunks.ts';

const UTF8_FLAG = 0x100;
/** Of ResStringPool_header, behind ResChunk_header. */
const FIELDS = { count: 8, flags: 16, stringsStart: 20 } as const;

/**
 * The texts of a string pool (ResourceTypes.h, ResStringPool_header), each read when it is asked for. A
 * text's length comes first, in characters: of two bytes, or of four where the first bit is set; in a pool
 * of UTF-8 of one byte or two, and its length in bytes follows in the same way.
 */
export class StringPool {
  readonly #bytes: Buffer;
  readonly #chunk: Chunk;
  readonly #isUtf8: boolean;
  readonly size: number;

  constructor(bytes: Buffer, chunk: Chunk) {
    this.#bytes = bytes;
    this.#chunk = chunk;
    this.size = bytes.readUInt32LE(chunk.start + FIELDS.count);
    this.#isUtf8 = (bytes.readUInt32LE(chunk.start + FIELDS.flags) & UTF8_FLAG) !== 0;
  }

  /**
   * @returns an empty text for an index that there is not: names of resources may be gone.
   * @throws {RangeError} when the pool is not as long as it says.
   */
  at(index: number): string {
    if (index >= this.size) return '';
    const { start, body } = this.#chunk;
    const strings = start + this.#bytes.readUInt32LE(start + FIELDS.stringsStart);
    const offset = strings + this.#bytes.readUInt32LE(body + index * 4);
    return this.#isUtf8 ? this.#utf8At(offset) : this.#utf16At(offset);
  }

  all(): string[] {
    return Array.from({ length: this.size }, (_, index) => this.at(index));
  }

  #utf8At(offset: number): string {
    const characters = this.#utf8Length(offset);
    const length = this.#utf8Length(characters.next);
    return this.#bytes.toString('utf8', length.next, length.next + length.value);
  }

  #utf8Length(offset: number): { value: number; next: number } {
    const first = this.#bytes.readUInt8(offset);
    if ((first & 0x80) === 0) return { value: first, next: offset + 1 };
    const value = ((first & 0x7f) << 8) | this.#bytes.readUInt8(offset + 1);
    return { value, next: offset + 2 };
  }

  #utf16At(offset: number): string {
    const first = this.#bytes.readUInt16LE(offset);
    const isLong = (first & 0x8000) !== 0;
    const from = offset + (isLong ? 4 : 2);
    const units = isLong ? ((first & 0x7fff) << 16) | this.#bytes.readUInt16LE(offset + 2) : first;
    return this.#bytes.toString('utf16le', from, from + units * 2);
  }
}
