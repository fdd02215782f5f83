import sharp, { type OverlayOptions, type Raw, type Sharp } from 'sharp';
import type { Region } from './sensitive.ts';

/**
 * A region is reduced to this many pixels, whatever its size: of a line of digits that leaves less
 * than one pixel per digit, so that neither OCR nor trying out all codes in the same font finds it.
 */
const CELLS = { width: 4, height: 2 } as const;
/** Glyphs reach over their element's bounds, and elements move between the tree and the picture. */
const MARGIN_PX = 6;

/** Of a screenshot, what is enough to see what a screen shows. */
const SMALL = 0.5;

/**
 * Makes regions of a picture unreadable.
 * @param picture PNG or JPEG.
 * @returns PNG of the same size.
 */
export async function blurRegions(picture: Buffer, regions: readonly Region[]): Promise<Buffer> {
  return (await blurred(picture, regions, 1)).png({ compressionLevel: 7 }).toBuffer();
}

/**
 * The same, of half the picture's width and height, for where a glance is enough.
 * @param regions in the pixels of the picture as it comes.
 * @returns WebP.
 */
export async function blurSmall(picture: Buffer, regions: readonly Region[]): Promise<Buffer> {
  return (await blurred(picture, regions, SMALL)).webp({ quality: 80, effort: 1 }).toBuffer();
}

async function blurred(picture: Buffer, regions: readonly Region[], scale: number): Promise<Sharp> {
  const clear = sharp(picture).removeAlpha();
  if (scale !== 1) clear.resize({ width: Math.round((await clear.metadata()).width * scale) });
  const { data, info } = await clear.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const patches = await Promise.all(
    regions.flatMap((region) => {
      const area = clip(region, scale, raw);
      return area === undefined ? [] : [patch(data, raw, area)];
    }),
  );
  return sharp(data, { raw }).composite(patches);
}

interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

async function patch(data: Buffer, raw: Raw, area: Area): Promise<OverlayOptions> {
  const small = await sharp(data, { raw })
    .extract(area)
    .resize({ ...CELLS, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  const input = await sharp(small, { raw: { ...CELLS, channels: raw.channels } })
    .resize({ width: area.width, height: area.height, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  return {
    input,
    raw: { width: area.width, height: area.height, channels: raw.channels },
    left: area.left,
    top: area.top,
  };
}

function clip(region: Region, scale: number, { width, height }: Raw): Area | undefined {
  if (region.right <= region.left || region.bottom <= region.top) return undefined;
  const left = Math.max(0, Math.floor((region.left - MARGIN_PX) * scale));
  const top = Math.max(0, Math.floor((region.top - MARGIN_PX) * scale));
  const right = Math.min(width, Math.ceil((region.right + MARGIN_PX) * scale));
  const bottom = Math.min(height, Math.ceil((region.bottom + MARGIN_PX) * scale));
  return right <= left || bottom <= top
    ? undefined
    : { left, top, width: right - left, height: bottom - top };
}
