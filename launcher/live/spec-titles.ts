/** A test's declaration with a title that can be read without running anything. */
const TEST =
  /\b(?:it|specify)(?:\.only)?\(\s*(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\$])*)`)/g;

/**
 * The titles of the tests in a spec file. A title that is put together when the file runs is not among
 * them: whoever decides by titles must not take it for one that is.
 */
export function titlesIn(source: string): string[] {
  return [...source.matchAll(TEST)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\\(.)/g, '$1'),
  );
}
