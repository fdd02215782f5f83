import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { plantedIn, type Find, type Planted } from './planted.ts';

/** Shorter runs of letters are words. */
const BASE64 = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
/** A page in a page, compressed, in an attachment: nobody hides deeper by accident. */
const MAX_DEPTH = 4;
const PICTURE = /^(?:\x89PNG|\xff\xd8\xff|RIFF....WEBP|GIF8)/s;

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Searches names and every byte of the files below a folder, and of what is packed in them. */
export function searchFiles(folder: string, planted: readonly Planted[]): Find[] {
  return filesIn(folder).flatMap((path) => {
    const name = relative(folder, path);
    const inName = plantedIn(name, planted).map((what) => ({ what, where: `name of ${name}` }));
    return [...inName, ...searchBytes(readFileSync(path), name, planted)];
  });
}

/** Searches bytes as they are, and as each kind of text or packing that they may be. */
function searchBytes(bytes: Buffer, where: string, planted: readonly Planted[], depth = 0): Find[] {
  const asText = bytes.toString('utf8');
  const readings: [how: string, text: string][] = [['', asText]];
  // Text of two bytes a letter has a zero in every other one.
  if (bytes.includes(0)) {
    readings.push([' > utf-16', bytes.toString('utf16le')]);
    readings.push([' > utf-16, big end first', swapped(bytes).toString('utf16le')]);
  }
  const found = readings.flatMap(([how, text]) =>
    plantedIn(text, planted).map((what) => ({ what, where: `${where}${how}` })),
  );
  if (depth === MAX_DEPTH) return found;
  const packed = unpacked(bytes);
  if (packed !== undefined) {
    found.push(...searchBytes(packed.bytes, `${where} > ${packed.how}`, planted, depth + 1));
  }
  if (PICTURE.test(bytes.subarray(0, 16).toString('latin1'))) return found;
  for (const [text] of asText.matchAll(BASE64)) {
    // It may begin within a longer run of letters, as after `base64,`.
    const inner = Buffer.from(text, 'base64');
    found.push(...searchBytes(inner, `${where} > base64`, planted, depth + 1));
  }
  return found;
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

function unpacked(bytes: Buffer): { how: string; bytes: Buffer } | undefined {
  for (const [how, unpack] of [
    ['gzip', gunzipSync],
    ['deflate', inflateSync],
    ['brotli', brotliDecompressSync],
  ] as const) {
    // Almost anything begins like brotli, and ends early then.
    if (how === 'gzip' && bytes[0] !== 0x1f) continue;
    if (how === 'deflate' && bytes[0] !== 0x78) continue;
    try {
      const inner = unpack(bytes);
      if (inner.length > 0) return { how, bytes: inner };
    } catch {
      // It is something else.
    }
  }
  return undefined;
}
