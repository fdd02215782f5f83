/**
 * A page source in a log: on lines of its own in WebdriverIO's, and in one line with escapes in Appium's,
 * which breaks it off.
 */
const TREE = /<hierarchy\b(?:[^\n]*\\n[^\n]*|[\s\S]*?<\/hierarchy>|[\s\S]*$)/g;

/**
 * Takes the trees of screens out of a log. What a screen shows may be of anybody, and where it is needed
 * there is a masked one in the report.
 */
export function withoutTrees(log: string): string {
  return log.replace(TREE, '[page source]');
}

/** Where a tree begins that has not ended by the end of a part of a log; -1: there is none. */
export function openTreeIn(part: string): number {
  const begin = part.lastIndexOf('<hierarchy');
  if (begin === -1) return -1;
  const tree = part.slice(begin);
  const isWhole = tree.includes('</hierarchy>') || /^[^\n]*\\n/.test(tree);
  return isWhole ? -1 : begin;
}
