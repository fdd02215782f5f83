import { parseLetters } from '../../options.ts';
import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';
import { joinLines, lineBatches } from './lines.ts';
import { posixRegex } from './posix-regex.ts';

interface Substitution {
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** `sed [-E] [-e] 's/PATTERN/REPLACEMENT/[gi]' [FILE…]`; every other script is left to just-bash. */
export const sed = filter(
  'sed',
  async (input) => {
    const parsed = parse(input.args);
    if (!parsed) throw new Error('a script that is left to just-bash came here');
    const { substitution, files } = parsed;
    return forEachInput(input, files, async ({ chunks }) => {
      for await (const lines of lineBatches(chunks)) {
        await input.write(joinLines(lines.map((line) => apply(line.toString(), substitution))));
      }
    });
  },
  (args) => parse(args) === undefined,
);

function apply(line: string, { pattern, replacement }: Substitution): string {
  return line.replace(pattern, replacement);
}

function parse(args: readonly string[]) {
  const { options, operands } = parseLetters(args, 'ef');
  if ([...options.keys()].some((name) => !/^-[eEr]$/.test(name))) return undefined;
  // Several scripts by `-e` are more than one substitution.
  if (args.filter((arg) => arg.startsWith('-e')).length > 1) return undefined;
  const [script = '', ...files] = options.has('-e')
    ? [options.get('-e') ?? '', ...operands]
    : operands;
  const isExtended = options.has('-E') || options.has('-r');
  const substitution = parseSubstitution(script, isExtended);
  return substitution && { substitution, files };
}

function parseSubstitution(script: string, isExtended: boolean): Substitution | undefined {
  const match =
    /^s([^\w\s\\])((?:\\.|\[\^?\]?[^\]]*\]|(?!\1)[^\\])*)\1((?:\\.|(?!\1)[^\\\n])*)\1([gIi]*)$/.exec(
      script,
    );
  if (!match) return undefined;
  const [, delimiter = '/', source = '', replacement = '', flags = ''] = match;
  const plain = source.replaceAll(`\\${delimiter}`, delimiter);
  const flagsOfRegex = (flags.includes('g') ? 'g' : '') + (/i/i.test(flags) ? 'i' : '');
  try {
    return {
      pattern: posixRegex(plain, isExtended ? 'extended' : 'basic', flagsOfRegex),
      replacement: translateReplacement(replacement),
    };
  } catch {
    // just-bash tells what is wrong with it.
    return undefined;
  }
}

/** From sed's `&` and `\1` to JavaScript's `$&` and `$1`. */
function translateReplacement(text: string): string {
  return text.replace(/\\(.)|([$&])/gs, (_, escaped: string | undefined, special = '') => {
    if (special === '$') return '$$';
    if (special === '&') return '$&';
    if (escaped === 'n') return '\n';
    if (escaped === 't') return '\t';
    if (escaped !== undefined && /[1-9]/.test(escaped)) return `$${escaped}`;
    return escaped === '0' ? '$&' : (escaped ?? '').replace('$', '$$$$');
  });
}
