import type { Chunk } from './chunks.ts';

/** Of ResTable_type, behind ResChunk_header (ResourceTypes.h). */
const FIELDS = { typeId: 8, flags: 9, entryCount: 12, entriesStart: 16, config: 20 } as const;
/** Offsets only of the entries that there are, each with its index; as 16 bits of four bytes each. */
const FLAG_SPARSE = 0x01;
/** An offset for every entry, as 16 bits of four bytes each. */
const FLAG_OFFSET16 = 0x02;
const NO_ENTRY = 0xffffffff;
const NO_ENTRY16 = 0xffff;

/** Of ResTable_entry. */
const ENTRY = { flags: 2, key: 4 } as const;
/** A bag of values: a plural, an array, a style. */
const FLAG_COMPLEX = 0x0001;
/** The entry is its value, too: 8 bytes in all. */
const FLAG_COMPACT = 0x0008;

const TYPE_STRING = 0x03;

/** One resource in one configuration. */
export interface Entry {
  /** Index of its name in the package's pool of names. */
  readonly key: number;
  /** Indices of its texts in the table's pool: one of a string, more of a plural or an array. */
  readonly texts: readonly number[];
}

/** All resources of a type in one configuration. */
export interface TypeChunk {
  /** Its name is that number of the package's pool of types, counted from 1. */
  readonly typeId: number;
  /** Where its ResTable_config is. */
  readonly config: number;
  entries(): Entry[];
}

/** Reads a ResTable_type. */
export function typeChunk(bytes: Buffer, chunk: Chunk): TypeChunk {
  return {
    typeId: bytes.readUInt8(chunk.start + FIELDS.typeId),
    config: chunk.start + FIELDS.config,
    entries: () => entryOffsets(bytes, chunk).map((offset) => entryAt(bytes, offset)),
  };
}

/** Where the entries are that the configuration has. */
function entryOffsets(bytes: Buffer, { start, body }: Chunk): number[] {
  const flags = bytes.readUInt8(start + FIELDS.flags);
  const count = bytes.readUInt32LE(start + FIELDS.entryCount);
  const entries = start + bytes.readUInt32LE(start + FIELDS.entriesStart);
  const offsets: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if ((flags & FLAG_SPARSE) !== 0) {
      offsets.push(entries + bytes.readUInt16LE(body + index * 4 + 2) * 4);
    } else if ((flags & FLAG_OFFSET16) !== 0) {
      const offset = bytes.readUInt16LE(body + index * 2);
      if (offset !== NO_ENTRY16) offsets.push(entries + offset * 4);
    } else {
      const offset = bytes.readUInt32LE(body + index * 4);
      if (offset !== NO_ENTRY) offsets.push(entries + offset);
    }
  }
  return offsets;
}

function entryAt(bytes: Buffer, at: number): Entry {
  const flags = bytes.readUInt16LE(at + ENTRY.flags);
  if ((flags & FLAG_COMPACT) !== 0) {
    // The key stands where others have their size, and the value's type in the flags' upper byte.
    const data = bytes.readUInt32LE(at + 4);
    return { key: bytes.readUInt16LE(at), texts: flags >> 8 === TYPE_STRING ? [data] : [] };
  }
  const size = bytes.readUInt16LE(at);
  const key = bytes.readUInt32LE(at + ENTRY.key);
  if ((flags & FLAG_COMPLEX) === 0) return { key, texts: textAt(bytes, at + size) };
  // ResTable_map_entry: the parent, then how many ResTable_map follow: a name and a value each.
  const count = bytes.readUInt32LE(at + 12);
  const texts: number[] = [];
  for (let index = 0; index < count; index += 1) {
    texts.push(...textAt(bytes, at + size + index * 12 + 4));
  }
  return { key, texts };
}

/** A Res_value's text, if it is one: its size (2 bytes), a zero, its type, its data. */
function textAt(bytes: Buffer, at: number): number[] {
  return bytes.readUInt8(at + 3) === TYPE_STRING ? [bytes.readUInt32LE(at + 4)] : [];
}
