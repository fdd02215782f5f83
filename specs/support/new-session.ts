/** Puts a new session on a phone in the place of the worker's session, whether that one still lives. */
export async function newSession(serial: string): Promise<void> {
  const requested = browser.requestedCapabilities as WebdriverIO.Capabilities;
  await browser.reloadSession({ ...requested, 'appium:udid': serial });
}
