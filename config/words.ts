/**
 * Splits a command line's words as a POSIX shell does: blanks separate, quotes keep together, a
 * backslash takes the next character as it is. Nothing is expanded.
 * @returns `undefined` when a quote is never closed, or a backslash ends the line.
 */
export function splitWords(line: string): string[] | undefined {
  if (!/^(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^"'\\])*$/s.test(line)) return undefined;
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs)) {
    words.push(
      word.replace(
        /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs,
        (_, double?: string, single?: string, escaped?: string) =>
          double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? '',
      ),
    );
  }
  return words;
}
