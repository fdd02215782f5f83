const NEWLINE = 0x0a;

/**
 * The lines that each piece of the input completes, without their newlines, as soon as they are
 * complete; a last line without a newline counts.
 */
export async function* lineBatches(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = chunk.subarray(start, end);
      lines.push(rest.length > 0 ? Buffer.concat([...rest, line]) : line);
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}

/** Lines as they are written, each with its newline. */
export function joinLines(lines: readonly (Buffer | string)[]): Buffer {
  return Buffer.concat(
    lines.flatMap((line) => [
      typeof line === 'string' ? Buffer.from(line) : line,
      Buffer.of(NEWLINE),
    ]),
  );
}
