import { parseLetters } from '../../options.ts';
import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';

const DEFAULT_COLUMNS = 76;

/** `base64 [-di] [-w COLUMNS] [FILE…]` */
export const base64 = filter('base64', (input) => {
  const { options, operands } = parseLetters(input.args, 'w');
  const columns = Number(options.get('-w') ?? DEFAULT_COLUMNS);
  return forEachInput(input, operands, async ({ chunks }) => {
    if (options.has('-d')) {
      let rest = '';
      for await (const chunk of chunks) {
        const text = rest + chunk.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, '');
        const end = text.length - (text.length % 4);
        rest = text.slice(end);
        await input.write(Buffer.from(text.slice(0, end), 'base64'));
      }
      await input.write(Buffer.from(rest, 'base64'));
      return;
    }
    // Three bytes are four letters: as many of those as are whole lines.
    const unit = columns > 0 ? (3 * columns) / gcd(4, columns) : 3;
    let rest = Buffer.of();
    for await (const chunk of chunks) {
      const content = Buffer.concat([rest, chunk]);
      const end = content.length - (content.length % unit);
      rest = content.subarray(end);
      await input.write(wrap(content.subarray(0, end).toString('base64'), columns));
    }
    const last = rest.toString('base64');
    await input.write(wrap(last, columns));
    if (columns === 0) await input.write('\n');
  });
});

function wrap(text: string, columns: number): string {
  if (columns === 0) return text;
  let lines = '';
  for (let at = 0; at < text.length; at += columns) lines += `${text.slice(at, at + columns)}\n`;
  return lines;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
