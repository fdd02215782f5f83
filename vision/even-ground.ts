/** The ground is taken to be the same within a block. */
const BLOCK_PX = 16;
/** How far around a block it is looked for: together more than a line of text is high. */
const AROUND_PX = 16;
/** Grey text is written stronger; text in black or white is as dark as it can be anyway. */
const GAIN = 1.5;

/** Grey pixels, row by row, 0 (black) to 255. */
export interface GreyPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Turns what differs from the ground around it dark, and the ground white: text on a light page, on a
 * dark one and on a coloured button look alike then, as tesseract wants them.
 */
export function evenGround({ data, width, height }: GreyPicture): GreyPicture {
  const even = new Uint8Array(data.length);
  for (let top = 0; top < height; top += BLOCK_PX) {
    for (let left = 0; left < width; left += BLOCK_PX) {
      const ground = median(data, width, {
        left: Math.max(0, left - AROUND_PX),
        top: Math.max(0, top - AROUND_PX),
        right: Math.min(width, left + BLOCK_PX + AROUND_PX),
        bottom: Math.min(height, top + BLOCK_PX + AROUND_PX),
      });
      for (let y = top; y < Math.min(height, top + BLOCK_PX); y += 1) {
        for (let x = left; x < Math.min(width, left + BLOCK_PX); x += 1) {
          const at = y * width + x;
          even[at] = 255 - Math.min(255, Math.abs((data[at] ?? 0) - ground) * GAIN);
        }
      }
    }
  }
  return { data: even, width, height };
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Text covers less than half of its lines, so that the median is the ground's. */
function median(data: Uint8Array, width: number, { left, top, right, bottom }: Area): number {
  const counts = new Uint32Array(256);
  for (let y = top; y < bottom; y += 1) {
    for (const value of data.subarray(y * width + left, y * width + right)) {
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  let left50 = ((right - left) * (bottom - top)) / 2;
  const value = counts.findIndex((count) => (left50 -= count) <= 0);
  return Math.max(0, value);
}
