const SIZES = { u8: 1, u32: 4, u64: 8, i64: 8 } as const;

type FieldType = keyof typeof SIZES;
type Values<Fields> = { [Name in keyof Fields]: number };

/** A fixed binary layout of little-endian integers, declared once and used both ways. */
export class Struct<Fields extends Record<string, FieldType>> {
  readonly byteLength: number;
  readonly #fields: readonly [keyof Fields, FieldType][];

  /** @param fields name and type of each field, in the order of the wire. */
  constructor(fields: Fields) {
    this.#fields = Object.entries(fields);
    this.byteLength = this.#fields.reduce((sum, [, type]) => sum + SIZES[type], 0);
  }

  encode(values: Values<Fields>): Buffer {
    const buffer = Buffer.alloc(this.byteLength);
    let offset = 0;
    for (const [name, type] of this.#fields) {
      const value = values[name];
      if (type === 'u8') buffer.writeUInt8(value, offset);
      else if (type === 'u32') buffer.writeUInt32LE(value, offset);
      else if (type === 'u64') buffer.writeBigUInt64LE(BigInt(value), offset);
      else buffer.writeBigInt64LE(BigInt(value), offset);
      offset += SIZES[type];
    }
    return buffer;
  }

  /** Decodes from the start of `buffer`, which must hold at least `byteLength` bytes. */
  decode(buffer: Buffer): Values<Fields> {
    const values: Partial<Values<Fields>> = {};
    let offset = 0;
    for (const [name, type] of this.#fields) {
      if (type === 'u8') values[name] = buffer.readUInt8(offset);
      else if (type === 'u32') values[name] = buffer.readUInt32LE(offset);
      else if (type === 'u64') values[name] = Number(buffer.readBigUInt64LE(offset));
      else values[name] = Number(buffer.readBigInt64LE(offset));
      offset += SIZES[type];
    }
    return values as Values<Fields>;
  }
}

/** The number that four ASCII characters stand for in adb's packets. */
export function fourCc(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32LE(0);
}
