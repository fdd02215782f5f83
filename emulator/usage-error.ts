/** What is wrong with a command line, in one line for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(message: string) {
    // Of what was typed: a line's end or an escape sequence would get to the terminal.
    super(message.replace(/[\p{Cc}\u2028\u2029]/gu, escapeOf));
  }
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * What `parser` makes of an option's value.
 * @throws UsageError naming the option, for a RangeError of the parser's.
 */
export function readOption<T>(option: string, value: string, parser: (value: string) => T): T {
  try {
    return parser(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`--${option}: ${error.message}`);
  }
}
