import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** A font that comes with the packages: a machine may have none of its own. */
const FONT = 'Roboto';
GlobalFonts.registerFromPath(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf',
  ),
  FONT,
);

/** Draws a picture on a plain ground. @returns PNG. */
export function drawPicture(
  { width, height, ground }: { width: number; height: number; ground: string },
  draw: (context: SKRSContext2D) => void,
): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  draw(context);
  return canvas.encode('png');
}

/** Writes with the baseline's beginning at x, y. */
export function write(
  context: SKRSContext2D,
  text: string,
  { x, y, sizePx, color }: { x: number; y: number; sizePx: number; color: string },
): void {
  context.font = `${sizePx}px ${FONT}`;
  context.fillStyle = color;
  context.fillText(text, x, y);
}
