import { UsageError } from '../../command.ts';
import { parseLetters } from '../../options.ts';
import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';
import { joinLines, lineBatches } from './lines.ts';
import { type PatternKind, posixRegex } from './posix-regex.ts';

const VALUED = 'em';
const KNOWN = /^-(?:[EFGcehimnoqsvwx]|-line-buffered|-color)$/;

/** What is left to just-bash: folders, several files, context around a line. */
function leaves(args: readonly string[]): boolean {
  const { options, operands } = parseLetters(args, VALUED);
  const files = operands.length - (options.has('-e') ? 0 : 1);
  return files > 1 || [...options.keys()].some((name) => !KNOWN.test(name));
}

/** `grep [-EFivwxcnoqs] [-m COUNT] [-e] PATTERN [FILE]`, line by line as they come. */
function createGrep(name: string, defaultKind: PatternKind) {
  return filter(
    name,
    async (input) => {
      const { options, operands } = parseLetters(input.args, VALUED);
      const given = options.get('-e');
      const [pattern, ...files] = given === undefined ? operands : [given, ...operands];
      if (pattern === undefined) throw new UsageError(`${name}: no REGEX`, 2);
      const kind = options.has('-F') ? 'fixed' : options.has('-E') ? 'extended' : defaultKind;
      const matcher = compile(name, pattern, kind, options);
      const most = Number(options.get('-m') ?? Infinity);
      const isQuiet = options.has('-q');
      let count = 0;
      let lineNumber = 0;
      const failed = await forEachInput(input, files, async ({ chunks }) => {
        for await (const lines of lineBatches(chunks)) {
          const found: (Buffer | string)[] = [];
          for (const line of lines) {
            if (count >= most) break;
            lineNumber++;
            const text = line.toString();
            if (matcher.test(text) === options.has('-v')) continue;
            count++;
            const prefix = options.has('-n') ? `${lineNumber}:` : '';
            if (options.has('-o')) {
              for (const [match] of text.matchAll(matcher.all))
                if (match) found.push(prefix + match);
            } else {
              found.push(prefix === '' ? line : Buffer.concat([Buffer.from(prefix), line]));
            }
          }
          if (!isQuiet && !options.has('-c')) await input.write(joinLines(found));
          if (count >= most || (isQuiet && count > 0)) return;
        }
      });
      if (options.has('-c') && !isQuiet) await input.write(`${count}\n`);
      if (failed > 0) return 2;
      return count > 0 ? 0 : 1;
    },
    leaves,
  );
}

function compile(
  name: string,
  pattern: string,
  kind: PatternKind,
  options: ReadonlyMap<string, string>,
) {
  const flags = options.has('-i') ? 'i' : '';
  try {
    // A pattern of several lines is several patterns.
    const sources = pattern.split('\n').map((each) => posixRegex(each, kind).source);
    const source = `(?:${sources.join('|')})`;
    const bounded = options.has('-x')
      ? `^${source}$`
      : options.has('-w')
        ? `(?<!\\w)${source}(?!\\w)`
        : source;
    const regex = new RegExp(bounded, `u${flags}`);
    return { test: (text: string) => regex.test(text), all: new RegExp(bounded, `ug${flags}`) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name}: bad REGEX '${pattern}': ${reason}`, 2);
  }
}

export const grep = createGrep('grep', 'basic');
export const egrep = createGrep('egrep', 'extended');
export const fgrep = createGrep('fgrep', 'fixed');
