import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** Length of a log file in bytes, 0 when there is none yet. */
export function logLength(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** What was added to a log file since it was `fromByte` long; of more than `maxBytes`, the end. */
export function logSince(path: string, fromByte: number, maxBytes: number): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Math.max(fromByte, size - maxBytes, 0);
    const bytes = Buffer.alloc(Math.max(0, size - start));
    readSync(file, bytes, 0, bytes.length, start);
    return lastBytes(bytes.toString('utf8'), maxBytes, start > fromByte);
  } finally {
    closeSync(file);
  }
}

/** The end of a text, at most `maxBytes` long and from a line's start if anything was left out. */
export function lastBytes(text: string, maxBytes: number, isCut = false): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes && !isCut) return text;
  const end = bytes.subarray(Math.max(0, bytes.length - maxBytes)).toString('utf8');
  return `… (earlier lines left out)\n${end.slice(end.indexOf('\n') + 1)}`;
}
