import { isScreenshotRefusal } from '../../vision/screenshot.ts';
import { blurRegions, blurSmall } from './blur.ts';
import { isWithheld } from './secure.ts';
import { secretsShown, sensitiveRegions, type Region, type Secrets } from './sensitive.ts';

/** The part of a WebDriver session that pictures of the screen need. */
export interface ScreenDriver {
  takeScreenshot(): Promise<string>;
  getPageSource(): Promise<string>;
  updateSettings(settings: Record<string, unknown>): Promise<unknown>;
}

/** The phone takes no picture of what it shows: its page is secure (FLAG_SECURE), or the screen off. */
export class SecureScreenError extends Error {
  override readonly name = 'SecureScreenError';
}

/** What a screen showed at one moment, in clear: it stays in memory. */
export interface ScreenCapture {
  /** PNG; an error where the phone did not take one. */
  readonly picture: Buffer | Error;
  /** What must not be readable in the picture. */
  readonly regions: readonly Region[];
  /** Page source of all windows. */
  readonly source: string;
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
 * Takes a picture, and learns what in it is nobody's business. The tree is asked before and after the
 * picture, since nobody stops the screen from changing meanwhile.
 * @throws what the driver does when it does not tell a tree: such a picture may not be kept.
 */
export async function captureScreen(
  driver: ScreenDriver,
  secrets: Secrets,
): Promise<ScreenCapture> {
  return withAllWindows(driver, async () => {
    const before = await driver.getPageSource();
    // Their text is in Appium's log from now on, also when there is no picture in the end.
    learnFrom(before, secrets);
    const picture = await takePicture(driver);
    const source = await driver.getPageSource();
    const sources = source === before ? [before] : [before, source];
    if (source !== before) learnFrom(source, secrets);
    const regions = sources.flatMap((tree) => sensitiveRegions(tree, secrets.isSecret));
    return { picture, regions, source };
  });
}

/**
 * A screenshot in which no phone number and no code can be read.
 * @returns PNG.
 * @throws {SecureScreenError} where the phone takes none.
 */
export async function blurredScreenshot(driver: ScreenDriver, secrets: Secrets): Promise<Buffer> {
  return blurredPicture(await captureScreen(driver, secrets));
}

/**
 * The picture of a capture, unreadable where it must be.
 * @returns PNG.
 * @throws {SecureScreenError} where the phone took none.
 */
export function blurredPicture(capture: ScreenCapture): Promise<Buffer> {
  return blurred(capture, blurRegions);
}

/**
 * The same at half its size.
 * @returns WebP.
 * @throws {SecureScreenError} where the phone took none.
 */
export function smallPicture(capture: ScreenCapture): Promise<Buffer> {
  return blurred(capture, blurSmall);
}

async function blurred(
  { picture, regions, source }: ScreenCapture,
  blur: typeof blurRegions,
): Promise<Buffer> {
  if (picture instanceof Error) throw picture;
  const unreadable = await blur(picture, regions);
  if (await isWithheld(unreadable, source)) {
    throw new SecureScreenError('its picture is black: the screen is secure, or off');
  }
  return unreadable;
}

async function takePicture(driver: ScreenDriver): Promise<Buffer | Error> {
  try {
    return Buffer.from(await driver.takeScreenshot(), 'base64');
  } catch (error) {
    if (isScreenshotRefusal(error)) return new SecureScreenError(error.message, { cause: error });
    return error instanceof Error ? error : new Error(String(error));
  }
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
