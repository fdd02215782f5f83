import { UsageError } from '../../command.ts';
import { parseLetters } from '../../options.ts';
import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';

const NEWLINE = 0x0a;
const DEFAULT_LINES = 10;

/** `head [-n LINES | -c BYTES] [FILE…]`: ends as soon as it has them, and leaves the rest unread. */
export const head = filter('head', async (input) => {
  // `-5` is `-n 5`.
  const args = input.args.map((arg) => arg.replace(/^-(\d+)$/, '-n$1'));
  const { options, operands } = parseLetters(args, 'nc');
  const isBytes = options.has('-c');
  const limit = countOf(options.get('-c') ?? options.get('-n') ?? String(DEFAULT_LINES));
  let isFirst = true;
  return forEachInput(input, operands, async ({ name, chunks }) => {
    if (operands.length > 1 && !options.has('-q')) {
      await input.write(`${isFirst ? '' : '\n'}==> ${name} <==\n`);
    }
    isFirst = false;
    let left = limit;
    if (left === 0) return;
    for await (const chunk of chunks) {
      const end = isBytes ? Math.min(left, chunk.length) : endOfLines(chunk, left);
      left -= isBytes ? end : linesIn(chunk.subarray(0, end));
      // Before anything else happens to the stream that it came from.
      if (name === '-') input.input.unread(chunk.subarray(end));
      await input.write(chunk.subarray(0, end));
      if (left === 0) return;
    }
  });
});

function countOf(text: string): number {
  const [, digits, unit = ''] = /^(\d+)([kKmM]?)$/.exec(text) ?? [];
  if (digits === undefined) throw new UsageError(`head: not a number '${text}'`);
  return Number(digits) * (/k/i.test(unit) ? 1024 : /m/i.test(unit) ? 1024 * 1024 : 1);
}

function endOfLines(chunk: Buffer, count: number): number {
  let end = 0;
  for (let line = 0; line < count; line++) {
    const next = chunk.indexOf(NEWLINE, end);
    if (next < 0) return chunk.length;
    end = next + 1;
  }
  return end;
}

function linesIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
