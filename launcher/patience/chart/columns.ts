import { MARGIN_PX, WIDTH_PX } from './style.ts';
import type { Place } from './panel.ts';

const COLUMNS = 4;
const GAP_PX = 30;

/**
 * Places panels of the same size in rows of four.
 * @param at what is above and beside all of them, and around each; pixels.
 */
export function placesInColumns(
  count: number,
  at: {
    readonly left: number;
    readonly top: number;
    readonly height: number;
    readonly above: number;
    readonly below: number;
  },
): (Place & { readonly isFirst: boolean })[] {
  const room = WIDTH_PX - MARGIN_PX - at.left + GAP_PX;
  const width = Math.floor(room / COLUMNS) - GAP_PX;
  return Array.from({ length: count }, (_, index) => {
    const column = index % COLUMNS;
    const row = Math.floor(index / COLUMNS);
    return {
      ...{ width, height: at.height },
      left: at.left + column * (width + GAP_PX),
      top: at.top + at.above + row * heightInColumns(1, at),
      isFirst: column === 0,
    };
  });
}

/** How much that many panels take; pixels. */
export function heightInColumns(
  count: number,
  { height, above, below }: { height: number; above: number; below: number },
): number {
  return Math.ceil(count / COLUMNS) * (above + height + below);
}
