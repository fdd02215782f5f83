import {
  createCanvas,
  type Canvas,
  loadImage,
  type Image,
  type SKRSContext2D,
} from '@napi-rs/canvas';
import { cssFont, registerFonts } from '../../../emulator/ui/fonts.ts';

/** A picture of a screen and what it is called. */
export interface Tile {
  readonly label: string;
  readonly picture: Buffer;
}

/** Tiles under a heading. */
export interface TileRow {
  readonly heading: string;
  readonly tiles: readonly Tile[];
}

/** In pixels. */
/** A quarter of the screens' width, which halving twice leads to. */
const TILE_WIDTH = 180;
const GAP = 14;
const LABEL_HEIGHT = 26;
const HEADING_HEIGHT = 40;
const CORNER = 10;

const COLORS = { board: '#e4e5e9', ink: '#1c1c20', soft: '#55565c' } as const;

interface SheetOptions {
  readonly columns: number;
  /** Of WebP, 1–100. */
  readonly quality: number;
}

/** Draws pictures side by side, smaller, with their labels; as WebP. */
export async function contactSheet(
  rows: readonly TileRow[],
  { columns, quality }: SheetOptions,
): Promise<Buffer> {
  registerFonts();
  const groups = await Promise.all(
    rows.map(async ({ heading, tiles }) => ({
      heading,
      tiles: await Promise.all(
        tiles.map(async ({ label, picture }) => ({ label, image: await loadImage(picture) })),
      ),
    })),
  );
  const tileHeight = Math.max(
    ...groups.flatMap(({ tiles }) =>
      tiles.map(({ image }) => Math.round((image.height / image.width) * TILE_WIDTH)),
    ),
  );
  const step = { x: TILE_WIDTH + GAP, y: tileHeight + LABEL_HEIGHT + GAP };
  const height = groups.reduce(
    (sum, { tiles }) => sum + HEADING_HEIGHT + Math.ceil(tiles.length / columns) * step.y,
    GAP,
  );
  const canvas = createCanvas(columns * step.x + GAP, height);
  const context = canvas.getContext('2d');
  context.fillStyle = COLORS.board;
  context.fillRect(0, 0, canvas.width, canvas.height);
  let top = GAP;
  for (const { heading, tiles } of groups) {
    write(context, heading, {
      left: GAP,
      baseline: top + 24,
      size: 20,
      weight: 500,
      color: COLORS.ink,
    });
    top += HEADING_HEIGHT;
    for (const [index, { label, image }] of tiles.entries()) {
      const left = GAP + (index % columns) * step.x;
      const tileTop = top + Math.floor(index / columns) * step.y;
      drawRounded(context, image, { left, top: tileTop, height: tileHeight });
      const baseline = tileTop + tileHeight + 18;
      write(context, label, { left, baseline, size: 13, weight: 400, color: COLORS.soft });
    }
    top += Math.ceil(tiles.length / columns) * step.y;
  }
  return canvas.encode('webp', quality);
}

function drawRounded(
  context: SKRSContext2D,
  image: Image,
  at: { left: number; top: number; height: number },
): void {
  context.save();
  context.beginPath();
  context.roundRect(at.left, at.top, TILE_WIDTH, at.height, CORNER);
  context.clip();
  context.drawImage(halved(halved(image)), at.left, at.top, TILE_WIDTH, at.height);
  context.restore();
}

/** Halving takes the mean of every four pixels; in one step, small text would lose its thin lines. */
function halved(image: Image | Canvas): Canvas {
  const canvas = createCanvas(Math.round(image.width / 2), Math.round(image.height / 2));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

interface Writing {
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
}

function write(
  context: SKRSContext2D,
  text: string,
  { left, baseline, size, weight, color }: Writing,
): void {
  context.font = cssFont(size, weight);
  context.fillStyle = color;
  context.fillText(text, left, baseline);
}
