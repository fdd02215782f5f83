import sharp, { type OverlayOptions, type Raw } from 'sharp';
import type { Region } from './sensitive.ts';

/**
 * A region is reduced to this many pixels, whatever its size: of a line of digits that leaves less
 * than one pixel per digit, so that neither OCR nor trying out all codes in the same font finds it.
 */
const CELLS = { width: 4, height: 2 } as const;
/** Glyphs reach over their element's bounds, and elements move between the tree and the picture. */
const MARGIN_PX = 6;

/**
 * Makes regions of a picture unreadable.
 * @param picture PNG or JPEG.
 * @returns PNG of the same size.
 */
export async function blurRegions(picture: Buffer, regions: readonly Region[]): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const patches = await Promise.all(
    regions.flatMap((region) => {
      const area = clip(region, raw.width, raw.height);
      return area === undefined ? [] : [patch(data, raw, area)];
    }),
  );
  return sharp(data, { raw }).composite(patches).png({ compressionLevel: 7 }).toBuffer();
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

function clip(region: Region, width: number, height: number): Area | undefined {
  if (region.right <= region.left || region.bottom <= region.top) return undefined;
  const left = Math.max(0, region.left - MARGIN_PX);
  const top = Math.max(0, region.top - MARGIN_PX);
  const right = Math.min(width, region.right + MARGIN_PX);
  const bottom = Math.min(height, region.bottom + MARGIN_PX);
  return right <= left || bottom <= top
    ? undefined
    : { left, top, width: right - left, height: bottom - top };
}
