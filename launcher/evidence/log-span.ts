import { statSync } from 'node:fs';

/** Length of a log file in bytes, 0 when there is none yet. */
export function logLength(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * The end of a text, at most `maxBytes` long and from a line's start if anything was left out.
 * @param isCut whether there was more before the text.
 */
export function lastBytes(text: string, maxBytes: number, isCut = false): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes && !isCut) return text;
  const isLonger = bytes.length > maxBytes;
  const end = bytes.subarray(Math.max(0, bytes.length - maxBytes)).toString('utf8');
  return `… (earlier lines left out)\n${isLonger ? end.slice(end.indexOf('\n') + 1) : end}`;
}
