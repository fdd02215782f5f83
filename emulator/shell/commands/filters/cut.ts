import { UsageError } from '../../command.ts';
import { parseLetters } from '../../options.ts';
import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';
import { joinLines, lineBatches } from './lines.ts';

type Ranges = readonly (readonly [from: number, to: number])[];

/** `cut -f LIST [-d DELIMITER] [-s] [FILE…]`, `cut -c LIST`, `cut -b LIST` */
export const cut = filter(
  'cut',
  (input) => {
    const { options, operands } = parseLetters(input.args, 'dfcb');
    const list = options.get('-f') ?? options.get('-c') ?? options.get('-b');
    if (list === undefined) throw new UsageError('cut: Select fields with -f, -c or -b');
    const ranges = parseRanges(list);
    const delimiter = options.get('-d') ?? '\t';
    const cutLine = (line: string) => {
      if (!options.has('-f')) return pick([...line], ranges).join('');
      if (line.includes(delimiter)) return pick(line.split(delimiter), ranges).join(delimiter);
      return options.has('-s') ? undefined : line;
    };
    return forEachInput(input, operands, async ({ chunks }) => {
      for await (const lines of lineBatches(chunks)) {
        const cutLines = lines.map((line) => cutLine(line.toString()));
        await input.write(joinLines(cutLines.filter((line) => line !== undefined)));
      }
    });
  },
  (args) => [...parseLetters(args, 'dfcb').options.keys()].some((name) => !/^-[dfcbs]$/.test(name)),
);

function parseRanges(list: string): Ranges {
  return list.split(',').map((text) => {
    const [, from = '', dash, to = ''] = /^(\d*)(-?)(\d*)$/.exec(text) ?? [];
    if (dash === undefined || from + to === '') throw new UsageError(`cut: bad range '${text}'`);
    if (dash === '') return [Number(from), Number(from)];
    return [Number(from || 1), Number(to || Infinity)];
  });
}

function pick<T>(parts: readonly T[], ranges: Ranges): T[] {
  return parts.filter((_, at) => ranges.some(([from, to]) => at + 1 >= from && at + 1 <= to));
}
