import { UsageError } from './command.ts';

export interface ParsedOptions {
  /** Options that were given, with their value, or '' for those without. */
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/**
 * Splits arguments into options and operands as Android's shell commands do: options are whole
 * words (`-w`, `--user`), not clusters.
 * @param valued options that take the next word as their value.
 * @throws UsageError if that word is missing.
 */
export function parseOptions(
  args: readonly string[],
  valued: readonly string[] = [],
): ParsedOptions {
  const options = new Map<string, string>();
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!/^-[A-Za-z0-9-]/.test(arg)) {
      operands.push(arg);
      continue;
    }
    if (!valued.includes(arg)) {
      options.set(arg, '');
      continue;
    }
    const value = args[++at];
    if (value === undefined) throw new UsageError(`Error: Argument expected after "${arg}"`, 255);
    options.set(arg, value);
  }
  return { options, operands };
}

/**
 * Splits POSIX arguments, where one-letter options may be clustered and values attached
 * (`-ef`, `-Tcount`), as toybox does.
 * @param valued letters of the options that take a value.
 */
export function parseLetters(args: readonly string[], valued = ''): ParsedOptions {
  const options = new Map<string, string>();
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (arg.startsWith('--')) {
      const [name = '', value = ''] = arg.split(/=(.*)/s);
      options.set(name, value);
      continue;
    }
    if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg);
      continue;
    }
    for (let index = 1; index < arg.length; index++) {
      const letter = arg.charAt(index);
      if (!valued.includes(letter)) {
        options.set(`-${letter}`, '');
        continue;
      }
      const attached = arg.slice(index + 1);
      options.set(`-${letter}`, attached === '' ? (args[++at] ?? '') : attached);
      break;
    }
  }
  return { options, operands };
}
