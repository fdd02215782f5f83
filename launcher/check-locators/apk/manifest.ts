import { CHUNK_TYPES, chunkAt, chunksIn, reading } from './chunks.ts';
import { StringPool } from './string-pool.ts';

/** Of an element's start (ResourceTypes.h, ResXMLTree_attrExt), behind its chunk's header. */
const ELEMENT = { attributes: 8, attributeSize: 10, attributeCount: 12 } as const;
/** Of ResXMLTree_attribute. */
const ATTRIBUTE = { name: 4, rawValue: 8 } as const;

/**
 * The package that a binary AndroidManifest.xml names.
 * @throws {MalformedResourcesError}
 */
export function packageNameIn(bytes: Buffer): string | undefined {
  return reading(() => {
    const chunks = chunksIn(bytes, chunkAt(bytes, 0));
    const pool = chunks.find(({ type }) => type === CHUNK_TYPES.stringPool);
    const element = chunks.find(({ type }) => type === CHUNK_TYPES.xmlStartElement);
    if (pool === undefined || element === undefined) return undefined;
    const strings = new StringPool(bytes, pool);
    const { body } = element;
    const first = body + bytes.readUInt16LE(body + ELEMENT.attributes);
    const size = bytes.readUInt16LE(body + ELEMENT.attributeSize);
    const count = bytes.readUInt16LE(body + ELEMENT.attributeCount);
    for (let index = 0; index < count; index += 1) {
      const at = first + index * size;
      if (strings.at(bytes.readUInt32LE(at + ATTRIBUTE.name)) === 'package') {
        return strings.at(bytes.readUInt32LE(at + ATTRIBUTE.rawValue));
      }
    }
    return undefined;
  });
}
