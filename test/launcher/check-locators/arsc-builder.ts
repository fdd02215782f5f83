/** Writes a resource table as AOSP's ResourceTypes.h lays it out, in each of its encodings. */
export interface TableOptions {
  /** How the texts are encoded. */
  readonly pool?: 'utf8' | 'utf16';
  /** How the offsets of entries are. */
  readonly offsets?: 'all' | 'sparse' | '16 bits';
  readonly compact?: boolean;
}

/** Resource names and their texts, by type; the same in one language. */
export interface TableContents {
  readonly packageName: string;
  readonly ids: readonly string[];
  /** By locale of two letters each, such as `zh-TW`; empty for the one that others fall back on. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const TYPE_STRING = 0x03;
const TYPE_BOOLEAN = 0x12;

export function resourceTable(contents: TableContents, options: TableOptions = {}): Buffer {
  const { pool = 'utf8' } = options;
  const values = [
    ...new Set(Object.values(contents.texts).flatMap((texts) => Object.values(texts))),
  ];
  const textNames = [
    ...new Set(Object.values(contents.texts).flatMap((texts) => Object.keys(texts))),
  ];
  const keys = [...contents.ids, ...textNames];
  const idEntries = new Map(
    contents.ids.map((name, index) => [index, { key: keys.indexOf(name), data: 0 }]),
  );
  const types = [
    typeChunk(1, '', idEntries, contents.ids.length, TYPE_BOOLEAN, options),
    ...Object.entries(contents.texts).map(([locale, texts]) => {
      const entries = new Map(
        Object.entries(texts).map(([name, text]) => [
          textNames.indexOf(name),
          { key: keys.indexOf(name), data: values.indexOf(text) },
        ]),
      );
      return typeChunk(2, locale, entries, textNames.length, TYPE_STRING, options);
    }),
  ];
  const header = Buffer.alloc(4);
  header.writeUInt32LE(1);
  return chunk(0x0002, header, [
    stringPool(values, pool),
    packageChunk(
      contents.packageName,
      stringPool(['id', 'string'], 'utf16'),
      stringPool(keys, 'utf8'),
      types,
    ),
  ]);
}

/** A binary AndroidManifest.xml that names a package. */
export function manifest(packageName: string): Buffer {
  const start = Buffer.alloc(8 + 20 + 20);
  start.writeUInt32LE(0xffffffff, 8);
  start.writeUInt32LE(0, 12);
  start.writeUInt16LE(20, 16);
  start.writeUInt16LE(20, 18);
  start.writeUInt16LE(1, 20);
  start.writeUInt32LE(0xffffffff, 28);
  start.writeUInt32LE(1, 32);
  start.writeUInt32LE(2, 36);
  const element = chunk(0x0102, start.subarray(0, 8), [start.subarray(8)]);
  return chunk(0x0003, Buffer.alloc(0), [
    stringPool(['manifest', 'package', packageName], 'utf16'),
    element,
  ]);
}

function chunk(type: number, header: Buffer, body: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  const size = 8 + header.length + body.reduce((sum, { length }) => sum + length, 0);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(8 + header.length, 2);
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, header, ...body]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function stringPool(texts: readonly string[], encoding: 'utf8' | 'utf16'): Buffer {
  const encoded = texts.map((text) => (encoding === 'utf8' ? utf8(text) : utf16(text)));
  const offsets = Buffer.alloc(texts.length * 4);
  let offset = 0;
  encoded.forEach((bytes, index) => {
    offsets.writeUInt32LE(offset, index * 4);
    offset += bytes.length;
  });
  const header = Buffer.alloc(20);
  header.writeUInt32LE(texts.length, 0);
  header.writeUInt32LE(encoding === 'utf8' ? 0x100 : 0, 8);
  header.writeUInt32LE(28 + offsets.length, 12);
  return chunk(0x0001, header, [offsets, padded(Buffer.concat(encoded))]);
}

function utf8(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = (value: number) => (value < 0x80 ? [value] : [0x80 | (value >> 8), value & 0xff]);
  return Buffer.from([...length(text.length), ...length(bytes.length), ...bytes, 0]);
}

function utf16(text: string): Buffer {
  const units = text.length;
  const length = Buffer.alloc(units < 0x8000 ? 2 : 4);
  if (units < 0x8000) length.writeUInt16LE(units);
  else {
    length.writeUInt16LE(0x8000 | (units >> 16), 0);
    length.writeUInt16LE(units & 0xffff, 2);
  }
  return Buffer.concat([length, Buffer.from(text, 'utf16le'), Buffer.alloc(2)]);
}

function packageChunk(name: string, types: Buffer, keys: Buffer, body: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(280);
  header.writeUInt32LE(0x7f, 0);
  header.write(name, 4, 'utf16le');
  header.writeUInt32LE(288, 260);
  header.writeUInt32LE(288 + types.length, 268);
  return chunk(0x0200, header, [types, keys, ...body]);
}

type Entries = ReadonlyMap<number, { readonly key: number; readonly data: number }>;

function typeChunk(
  id: number,
  locale: string,
  entries: Entries,
  count: number,
  dataType: number,
  { offsets = 'all', compact = false }: TableOptions,
): Buffer {
  const there = [...entries].sort(([a], [b]) => a - b);
  const encoded = there.map(([, entry]) =>
    compact ? compactEntry(entry, dataType) : fullEntry(entry, dataType),
  );
  const size = encoded[0]?.length ?? 0;
  const at = new Map(there.map(([index], position) => [index, position * size]));
  const table = padded(
    offsets === 'sparse'
      ? Buffer.concat(there.map(([index]) => words(index, (at.get(index) ?? 0) / 4)))
      : Buffer.concat(
          Array.from({ length: count }, (_, index) => {
            const offset = at.get(index);
            if (offsets === '16 bits') return words(offset === undefined ? 0xffff : offset / 4);
            const bytes = Buffer.alloc(4);
            bytes.writeUInt32LE(offset ?? 0xffffffff);
            return bytes;
          }),
        ),
  );
  const header = Buffer.alloc(12 + 64);
  header.writeUInt8(id, 0);
  header.writeUInt8({ all: 0, sparse: 1, '16 bits': 2 }[offsets], 1);
  header.writeUInt32LE(offsets === 'sparse' ? there.length : count, 4);
  header.writeUInt32LE(8 + header.length + table.length, 8);
  header.writeUInt32LE(64, 12);
  const [language = '', country = ''] = locale.split('-');
  header.write(language, 12 + 8, 'latin1');
  header.write(country, 12 + 10, 'latin1');
  return chunk(0x0201, header, [table, ...encoded]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

function fullEntry({ key, data }: { key: number; data: number }, dataType: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(8, 0);
  bytes.writeUInt32LE(key, 4);
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt8(dataType, 11);
  bytes.writeUInt32LE(data, 12);
  return bytes;
}

function compactEntry({ key, data }: { key: number; data: number }, dataType: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(key, 0);
  bytes.writeUInt16LE(0x0008 | (dataType << 8), 2);
  bytes.writeUInt32LE(data, 4);
  return bytes;
}
