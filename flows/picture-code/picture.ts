import type { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { cropTo, isBlackedOut, isScreenshotRefusal } from '../../vision/screenshot.ts';

/** The picture of a code as PNG, or why there is none: the page forbids screenshots (FLAG_SECURE). */
export type CodePicture =
  | { readonly png: Buffer }
  | { readonly png?: undefined; readonly forbidden: string; readonly cause?: Error };

/**
 * Takes the picture of the code. By Android's version a secure page refuses a screenshot, or is black
 * on it.
 * @throws the driver's error when the picture is not there, or not in sight.
 */
export async function takePicture(page: PictureCodePage): Promise<CodePicture> {
  try {
    const png = await pictureOf(page);
    return (await isBlackedOut(png)) ? { forbidden: 'black in place of the picture' } : { png };
  } catch (error) {
    if (!isScreenshotRefusal(error)) throw error;
    return { forbidden: 'a refused screenshot', cause: error };
  }
}

/** Of a driver that takes no screenshots of elements, the picture is cut out of the whole screen's. */
async function pictureOf(page: PictureCodePage): Promise<Buffer> {
  try {
    return await page.picture();
  } catch (error) {
    if (isGone(error)) throw error;
    const { screen, bounds } = await page.screenAround();
    const png = await cropTo(screen, bounds);
    if (png === undefined) throw error;
    return png;
  }
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error && ['no such element', 'stale element reference'].includes(error.name)
  );
}
