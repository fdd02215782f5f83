/** A title that can be read without running anything, as the first argument of a call. */
const TITLE = String.raw`(?:\.only)?\(\s*(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|\x60((?:\\.|[^\x60\\$])*)\x60)`;
const TEST = new RegExp(String.raw`\b(?:it|specify)${TITLE}`, 'g');
const SUITE = new RegExp(String.raw`\b(?:describe|context)${TITLE}`, 'g');

/**
 * The titles of the tests in a spec file. A title that is put together when the file runs is not among
 * them: whoever decides by titles must not take it for one that is.
 */
export function titlesIn(source: string): string[] {
  return readTitles(source, TEST);
}

/** The titles of the suites in a spec file, outermost first. */
export function suiteTitlesIn(source: string): string[] {
  return readTitles(source, SUITE);
}

function readTitles(source: string, declaration: RegExp): string[] {
  return [...source.matchAll(declaration)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\\(.)/g, '$1'),
  );
}
