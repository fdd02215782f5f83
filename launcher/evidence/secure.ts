import sharp from 'sharp';
import { screenNodes } from '../../device/screen-source.ts';
import { isBlackedOut, PAGE_BAND } from '../../vision/screenshot.ts';
import { parseBounds } from './sensitive.ts';

/** Between the status bar and the navigation bar, which a phone shows above a secure page too. */
const BETWEEN_BARS = { from: 0.08, to: 0.92 } as const;
const BLACK_UP_TO = 24;

/**
 * Whether a screenshot is the black that Android shows in place of a secure page (FLAG_SECURE), or that
 * of a screen which is off. A page of a dark theme is black where it is empty, and shows its texts.
 * @param source page source of the same moment.
 */
export async function isWithheld(picture: Buffer, source: string): Promise<boolean> {
  if (!(await isBlackedOut(picture))) return false;
  return hasTextInBand(source) || (await isBlackBetweenBars(picture));
}

function hasTextInBand(source: string): boolean {
  const nodes = screenNodes(source).flatMap(({ attributes }) => {
    const region = parseBounds(attributes['bounds'] ?? '');
    return region ? [{ ...region, text: attributes['text'] ?? '' }] : [];
  });
  const heightPx = Math.max(0, ...nodes.map(({ bottom }) => bottom));
  return nodes.some(
    ({ text, top, bottom }) =>
      text.trim() !== '' && top >= heightPx * PAGE_BAND.from && bottom <= heightPx * PAGE_BAND.to,
  );
}

async function isBlackBetweenBars(picture: Buffer): Promise<boolean> {
  const { width, height } = await sharp(picture).metadata();
  const top = Math.floor(height * BETWEEN_BARS.from);
  const band = {
    left: 0,
    top,
    width,
    height: Math.max(1, Math.floor(height * BETWEEN_BARS.to) - top),
  };
  const between = await sharp(picture).removeAlpha().extract(band).greyscale().raw().toBuffer();
  return between.every((value) => value <= BLACK_UP_TO);
}
