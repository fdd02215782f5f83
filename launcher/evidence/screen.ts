import { blurRegions } from './blur.ts';
import { secretsShown, sensitiveRegions, type Secrets } from './sensitive.ts';

/** The part of a WebDriver session that pictures of the screen need. */
export interface ScreenDriver {
  takeScreenshot(): Promise<string>;
  getPageSource(): Promise<string>;
  updateSettings(settings: Record<string, unknown>): Promise<unknown>;
}

/**
 * Page source of all windows: a notification that drops in from the top, or a dialog, is not part
 * of the app's own.
 * @see https://github.com/appium/appium-uiautomator2-driver#settings-api (enableMultiWindows)
 */
export async function sourceOfAllWindows(driver: ScreenDriver, secrets: Secrets): Promise<string> {
  const source = await withAllWindows(driver, () => driver.getPageSource());
  learnFrom(source, secrets);
  return source;
}

/**
 * A screenshot in which no phone number and no code can be read. The tree is asked before and
 * after the picture, since nobody stops the screen from changing meanwhile; the picture in clear
 * never leaves memory.
 * @returns PNG.
 */
export async function blurredScreenshot(driver: ScreenDriver, secrets: Secrets): Promise<Buffer> {
  return withAllWindows(driver, async () => {
    const before = await driver.getPageSource();
    // Their text is in Appium's log from now on, also when there is no picture in the end.
    learnFrom(before, secrets);
    const picture = Buffer.from(await driver.takeScreenshot(), 'base64');
    const after = await driver.getPageSource();
    learnFrom(after, secrets);
    const regions = [before, after].flatMap((source) => sensitiveRegions(source, secrets.isSecret));
    return blurRegions(picture, regions);
  });
}

function learnFrom(source: string, secrets: Secrets): void {
  for (const secret of secretsShown(source)) secrets.learn(secret);
}

async function withAllWindows<T>(driver: ScreenDriver, body: () => Promise<T>): Promise<T> {
  await driver.updateSettings({ enableMultiWindows: true });
  try {
    return await body();
  } finally {
    // Left on, every later find by XPath would search the keyboard and the status bar too.
    await driver.updateSettings({ enableMultiWindows: false });
  }
}
