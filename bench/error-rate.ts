/** How much of texts was read wrong: of each, what stands there and what was read. */
export function errorRatePercent(
  pairs: readonly (readonly [truth: string, read: string])[],
): number {
  let wrong = 0;
  let all = 0;
  for (const [truth, read] of pairs) {
    wrong += distance([...truth], [...read]);
    all += [...truth].length;
  }
  return all === 0 ? 0 : Math.round((10_000 * wrong) / all) / 100;
}

/** One space between words, and the characters that the data for English has for others. */
export function normalised(text: string): string {
  return text.replaceAll('…', '...').replaceAll('’', "'").replace(/\s+/g, ' ').trim();
}

/** Levenshtein's distance: how many characters are to be put in, taken out or replaced. */
function distance(from: readonly string[], to: readonly string[]): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, character] of from.entries()) {
    const next = [line + 1];
    for (const [index, other] of to.entries()) {
      next.push(
        Math.min(
          (row[index + 1] ?? 0) + 1,
          (next[index] ?? 0) + 1,
          (row[index] ?? 0) + (character === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
