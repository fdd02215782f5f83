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
