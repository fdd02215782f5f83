import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** A string has room for 512 MiB; this needs little memory, and a line of a log is shorter. */
const PIECE_BYTES = 32 * 1024 * 1024;

/**
 * A text in pieces of whole lines, since the log of a long run is larger than a string may be.
 * @param holdFrom where, in what has been read, something begins that must not be cut; -1: nowhere.
 */
export function* textPieces(
  path: string,
  holdFrom: (text: string) => number,
  pieceBytes = PIECE_BYTES,
): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(pieceBytes);
    let kept = '';
    for (;;) {
      const length = readSync(file, buffer, 0, pieceBytes, null);
      if (length === 0) break;
      kept += decoder.write(buffer.subarray(0, length));
      const lines = kept.slice(0, kept.lastIndexOf('\n') + 1);
      const held = holdFrom(lines);
      const piece = held === -1 ? lines : lines.slice(0, held);
      kept = kept.slice(piece.length);
      if (piece !== '') yield piece;
    }
    kept += decoder.end();
    if (kept !== '') yield kept;
  } finally {
    closeSync(file);
  }
}
