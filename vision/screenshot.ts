import sharp from 'sharp';

/** A rectangle of a picture, in its pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Black of a JPEG, which is not always 0. */
const BLACK_UP_TO = 24;
/** Specks that a JPEG leaves in black. */
const BLACK_SHARE = 0.995;
/**
 * Where the page itself is on a picture of the whole screen: below the status bar and what drops in
 * from the top, above a keyboard; these are windows of their own, and no secret ones.
 */
export const PAGE_BAND = { from: 0.3, to: 0.5 } as const;

/**
 * Whether a screenshot is the black that Android shows in place of a secure page (FLAG_SECURE), in
 * spite of what other windows show at its top and bottom.
 * @param picture of a screen or of a part of it, in any format that sharp reads.
 */
export async function isBlackedOut(picture: Buffer): Promise<boolean> {
  const { width, height } = await sharp(picture).metadata();
  const top = Math.floor(height * PAGE_BAND.from);
  const band = {
    left: 0,
    top,
    width,
    height: Math.max(1, Math.floor(height * PAGE_BAND.to) - top),
  };
  // Some phones answer with black that is transparent, which is black all the same.
  const pixels = await sharp(picture).removeAlpha().extract(band).greyscale().raw().toBuffer();
  let black = 0;
  for (const value of pixels) if (value <= BLACK_UP_TO) black += 1;
  return black >= pixels.length * BLACK_SHARE;
}

/** What WebDriver calls it, and what the UiAutomator2 server says of a secure page under any name. */
const REFUSED = /^unable to capture screen\b|secure'? flag/i;

/** Whether an error says that the phone takes no picture of what it shows. */
export function isScreenshotRefusal(error: unknown): error is Error {
  return error instanceof Error && REFUSED.test(`${error.name}: ${error.message}`);
}

/**
 * Cuts a region out of a picture; what of it lies outside is left out.
 * @returns PNG, or `undefined` when nothing of the region is in the picture.
 */
export async function cropTo(picture: Buffer, region: Region): Promise<Buffer | undefined> {
  const { width, height } = await sharp(picture).metadata();
  const left = Math.max(0, Math.round(region.left));
  const top = Math.max(0, Math.round(region.top));
  const right = Math.min(width, Math.round(region.left + region.width));
  const bottom = Math.min(height, Math.round(region.top + region.height));
  if (right <= left || bottom <= top) return undefined;
  return sharp(picture)
    .extract({ left, top, width: right - left, height: bottom - top })
    .png()
    .toBuffer();
}
