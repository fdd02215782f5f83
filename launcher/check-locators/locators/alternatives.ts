/** Around the words that a text is to contain, as `containing` of pageobjects/locators.ts has it. */
const ANYTHING = '[\\s\\S]*';
/** What `anyOf` of pageobjects/locators.ts writes for Android's placeholders. */
const PLACEHOLDERS = [
  ['.*', '%s'],
  ['[0-9]+', '%d'],
] as const;

/**
 * Undoes `anyOf` of pageobjects/locators.ts.
 * @param pattern a Java regular expression.
 * @returns the texts that it was made of; `undefined` for a pattern that was written by hand.
 */
export function alternativesIn(pattern: string): string[] | undefined {
  const inner =
    pattern.startsWith(ANYTHING) && pattern.endsWith(ANYTHING)
      ? pattern.slice(ANYTHING.length, -ANYTHING.length)
      : pattern;
  const [, group] = /^\(\?:(.*)\)$/s.exec(inner) ?? [];
  const texts: string[] = [''];
  let rest = group ?? inner;
  while (rest !== '') {
    const last = texts.length - 1;
    const placeholder = PLACEHOLDERS.find(([written]) => rest.startsWith(written));
    if (placeholder !== undefined) {
      texts[last] += placeholder[1];
      rest = rest.slice(placeholder[0].length);
    } else if (rest.startsWith('|')) {
      texts.push('');
      rest = rest.slice(1);
    } else if (rest.startsWith('\\')) {
      texts[last] += rest.charAt(1);
      rest = rest.slice(2);
    } else if (/^[.*+?^${}()[\]]/.test(rest)) {
      return undefined;
    } else {
      texts[last] += rest.charAt(0);
      rest = rest.slice(1);
    }
  }
  return texts;
}
