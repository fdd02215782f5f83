/** Cuts a buffer into pieces of the given lengths, over and over, until nothing is left. */
export function cut(buffer: Buffer, lengths: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0, index = 0; start < buffer.length; index += 1) {
    const length = Math.max(1, lengths[index % lengths.length] ?? 1);
    pieces.push(buffer.subarray(start, start + length));
    start += length;
  }
  return pieces;
}
