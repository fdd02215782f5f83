import { CHUNK_TYPES, chunkAt, chunksIn, MalformedResourcesError, reading } from './chunks.ts';
import { typeChunk, type TypeChunk } from './entries.ts';
import { localeAt } from './locale.ts';
import { StringPool } from './string-pool.ts';

/** Of ResTable_package, from its start (ResourceTypes.h): the name has 128 characters of UTF-16. */
const PACKAGE = { name: 12, nameBytes: 256, typeStrings: 268, keyStrings: 276 } as const;

/** A text of an app, in one language. */
export interface ResourceText {
  /** Of the resource, such as `agree_and_continue`. */
  readonly name: string;
  readonly text: string;
}

/** The resources of a package, which is usually all that an APK has. */
export class ResourcePackage {
  /** As full resource ids begin, e.g. `com.xiaomi.account`. */
  readonly name: string;
  readonly #keys: StringPool;
  readonly #values: StringPool;
  readonly #types: readonly (TypeChunk & { readonly type: string; readonly locale: string })[];

  constructor(parts: {
    name: string;
    keys: StringPool;
    values: StringPool;
    types: readonly (TypeChunk & { type: string; locale: string })[];
  }) {
    this.name = parts.name;
    this.#keys = parts.keys;
    this.#values = parts.values;
    this.#types = parts.types;
  }

  /** The names of all resources of a type, such as `id`. */
  namesOf(type: string): Set<string> {
    const keys = this.#types
      .filter((each) => each.type === type)
      .flatMap((each) => each.entries().map(({ key }) => key));
    return new Set([...new Set(keys)].map((key) => this.#keys.at(key)));
  }

  /** The languages that have texts; empty stands for those that others fall back on. */
  locales(): Set<string> {
    return new Set(this.#texts().map(({ locale }) => locale));
  }

  /** The texts, plurals and arrays of a language as `locales` names it. */
  textsIn(locale: string): ResourceText[] {
    return this.#texts()
      .filter((each) => each.locale === locale)
      .flatMap((each) => each.entries())
      .flatMap(({ key, texts }) =>
        texts.map((text) => ({ name: this.#keys.at(key), text: this.#values.at(text) })),
      );
  }

  #texts() {
    return this.#types.filter(({ type }) => ['string', 'plurals', 'array'].includes(type));
  }
}

/**
 * Reads `resources.arsc` (ResTable_header): a pool of texts, and packages of a pool of types, a pool of
 * names, and the resources of each type in each configuration.
 * @throws {MalformedResourcesError}
 */
export function readResourceTable(bytes: Buffer): ResourcePackage[] {
  return reading(() => {
    const table = chunkAt(bytes, 0);
    const chunks = chunksIn(bytes, table);
    const pool = chunks.find(({ type }) => type === CHUNK_TYPES.stringPool);
    if (table.type !== CHUNK_TYPES.table || pool === undefined) {
      throw new MalformedResourcesError('no resource table');
    }
    const values = new StringPool(bytes, pool);
    return chunks
      .filter(({ type }) => type === CHUNK_TYPES.package)
      .map((chunk) => {
        const types = poolAt(bytes, chunk.start, PACKAGE.typeStrings);
        return new ResourcePackage({
          name: bytes
            .toString(
              'utf16le',
              chunk.start + PACKAGE.name,
              chunk.start + PACKAGE.name + PACKAGE.nameBytes,
            )
            .replace(/\0.*$/s, ''),
          keys: poolAt(bytes, chunk.start, PACKAGE.keyStrings),
          values,
          types: chunksIn(bytes, chunk)
            .filter(({ type }) => type === CHUNK_TYPES.type)
            .map((each) => {
              const read = typeChunk(bytes, each);
              const type = types.at(read.typeId - 1);
              return { ...read, type, locale: localeAt(bytes, read.config) };
            }),
        });
      });
  });
}

function poolAt(bytes: Buffer, start: number, field: number): StringPool {
  return new StringPool(bytes, chunkAt(bytes, start + bytes.readUInt32LE(start + field)));
}
