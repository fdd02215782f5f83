import type { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { takePicture, type CodePicture } from './picture.ts';

/** The picture that shows now, or `undefined` while there is none: the screen is changing. */
export async function shownPicture(page: PictureCodePage): Promise<CodePicture | undefined> {
  try {
    return await takePicture(page);
  } catch (error) {
    if (isStale(error) || !(await page.isShown())) return undefined;
    throw error;
  }
}

/** Whether two looks saw the same; of pages that forbid screenshots nothing is seen to change. */
export function samePicture(a: CodePicture | undefined, b: CodePicture | undefined): boolean {
  if (a?.png === undefined || b?.png === undefined) return (a === undefined) === (b === undefined);
  return a.png.equals(b.png);
}

function isStale(error: unknown): boolean {
  return error instanceof Error && error.name === 'stale element reference';
}
