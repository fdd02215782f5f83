/** WebdriverIO's error for an element that did not come, or WebDriver's for one that went. */
export function isMissingControl(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (/because element wasn't found/.test(error.message) ||
      ['no such element', 'stale element reference'].includes(error.name))
  );
}
