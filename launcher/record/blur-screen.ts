import sharp from 'sharp';
import { blurRegions } from '../evidence/blur.ts';
import { sensitiveRegions, type Region } from '../evidence/sensitive.ts';

/**
 * The status bar, and the banner of a message that drops in over any screen: neither is in the tree of
 * the window in front.
 */
const BANNER_SHARE = 0.2;
/** A keyboard, which proposes words of the person's; it is not in the tree either. */
const KEYBOARD_SHARE = 0.5;
const FOCUSED_FIELD = /<[^>]*EditText[^>]*focused="true"/;

/**
 * Makes unreadable on a picture what is masked in its tree, and where windows may lie that the tree does
 * not tell of.
 * @param source in clear.
 * @param masked where the tree was masked.
 */
export async function blurScreen(
  picture: Buffer,
  source: string,
  masked: readonly Region[],
): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const band = (from: number, to: number): Region => ({
    left: 0,
    top: Math.round(from * height),
    right: width,
    bottom: Math.round(to * height),
  });
  return blurRegions(picture, [
    ...sensitiveRegions(source, () => false),
    ...masked,
    band(0, BANNER_SHARE),
    ...(FOCUSED_FIELD.test(source) ? [band(1 - KEYBOARD_SHARE, 1)] : []),
  ]);
}
