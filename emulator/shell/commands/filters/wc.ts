import { parseLetters } from '../../options.ts';
import { filter } from './filter.ts';
import { forEachInput, type Input } from './inputs.ts';

interface Counts {
  lines: number;
  words: number;
  characters: number;
  bytes: number;
}

const COLUMNS = [
  ['-l', 'lines'],
  ['-w', 'words'],
  ['-c', 'bytes'],
  ['-m', 'characters'],
] as const;

/** `wc [-lwcm] [FILE…]` (toybox: a single number is not padded). */
export const wc = filter('wc', async (input) => {
  const { options, operands } = parseLetters(input.args);
  const columns = COLUMNS.filter(([option]) =>
    options.size > 0 ? options.has(option) : option !== '-m',
  ).map(([, column]) => column);
  const total: Counts = { lines: 0, words: 0, characters: 0, bytes: 0 };
  const print = (counts: Counts, name: string) => {
    const numbers = columns.map((column) => String(counts[column]));
    const padded = columns.length > 1 ? numbers.map((text) => text.padStart(7)) : numbers;
    return input.write(`${[...padded, ...(name === '-' ? [] : [name])].join(' ')}\n`);
  };
  const exitCode = await forEachInput(input, operands, async (each) => {
    const counts = await count(each);
    for (const [, column] of COLUMNS) total[column] += counts[column];
    await print(counts, each.name);
  });
  if (operands.length > 1) await print(total, 'total');
  return exitCode;
});

async function count({ chunks }: Input): Promise<Counts> {
  const counts: Counts = { lines: 0, words: 0, characters: 0, bytes: 0 };
  let isInWord = false;
  for await (const chunk of chunks) {
    counts.bytes += chunk.length;
    for (const byte of chunk) {
      if (byte === 0x0a) counts.lines++;
      // What is no continuation of a character begins one.
      if ((byte & 0xc0) !== 0x80) counts.characters++;
      const isSpace = byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
      if (!isSpace && !isInWord) counts.words++;
      isInWord = !isSpace;
    }
  }
  return counts;
}
