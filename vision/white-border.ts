import type { Sharp } from 'sharp';

/** White on each side: tesseract drops letters that touch the edge. */
export const BORDER_PX = 12;

/** @returns the picture with white around it, as PNG, for tesseract to read. */
export function withWhiteBorder(picture: Sharp): Promise<Buffer> {
  return picture
    .extend({
      top: BORDER_PX,
      bottom: BORDER_PX,
      left: BORDER_PX,
      right: BORDER_PX,
      background: 'white',
    })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
