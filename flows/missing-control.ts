/** WebdriverIO's error for an element that did not come, or WebDriver's for one that went. */
export function isMissingControl(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (/because element wasn't found/.test(error.message) ||
      ['no such element', 'stale element reference'].includes(error.name))
  );
}

/** What a look at a control finds; `undefined` also when it went, or was covered, in that moment. */
export async function unlessMissing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (isMissingControl(error)) return undefined;
    throw error;
  }
}
