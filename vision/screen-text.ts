import sharp from 'sharp';
import { PSM } from 'tesseract.js';
import type { ReadingMode, TextEngine } from './engine.ts';
import { evenGround } from './even-ground.ts';
import { cropTo, isBlackedOut, type Region } from './screenshot.ts';

/** A line of text in a picture. */
export interface TextLine {
  readonly text: string;
  /** Around its letters, in pixels of the picture that was read. */
  readonly bounds: Region;
  /** 0–100. */
  readonly confidence: number;
}

/**
 * Screens of 320 dpi have text of 28–40 px, whose capitals are 20–28 px high; tesseract reads best at
 * some 30.
 */
const SCALE = 1.5;
/** White around the picture: tesseract drops letters that touch the edge. */
const BORDER_PX = 12;
/** Screens are pages with blocks of text; any character may come. */
const MODE: ReadingMode = { segmentation: PSM.AUTO, alphabet: '' };

/**
 * Reads text off screenshots, for what no element of the screen tells: English, and what else is
 * written in Latin letters without accents. The data for Chinese would be another package of 22 MB,
 * and for Russian there is none.
 *
 * Measured on the emulated phone's screens (`npm run bench -- text`), and rejected: pictures as they
 * are or inverted as a whole (text on coloured buttons gets lost), stretched contrast (the same),
 * tesseract's modes for one block or one line (buttons get lost), twice the size (no better, slower).
 */
export class ScreenTextReader {
  readonly #engine: TextEngine;

  constructor(engine: TextEngine) {
    this.#engine = engine;
  }

  /**
   * @param picture in any format that sharp reads.
   * @param region to read, in pixels; by default all.
   * @returns the lines from top to bottom, none of what a secure page shows.
   */
  async read(picture: Buffer, region?: Region): Promise<TextLine[]> {
    const part = region === undefined ? picture : await cropTo(picture, region);
    // Tesseract reads letters into black.
    if (part === undefined || (await isBlackedOut(part))) return [];
    const lines = await this.#engine.read(await prepare(part), MODE);
    const { left, top } = {
      left: Math.max(0, region?.left ?? 0),
      top: Math.max(0, region?.top ?? 0),
    };
    const original = (at: number) => Math.round((at - BORDER_PX) / SCALE);
    return lines.flatMap(({ text, confidence, bbox }) => {
      const bounds = {
        left: left + original(bbox.x0),
        top: top + original(bbox.y0),
        width: original(bbox.x1) - original(bbox.x0),
        height: original(bbox.y1) - original(bbox.y0),
      };
      const trimmed = text.trim();
      return trimmed === '' ? [] : [{ text: trimmed, bounds, confidence }];
    });
  }
}

/** Dark text on white, larger, with a border. */
async function prepare(picture: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const even = evenGround({ data, width, height });
  return sharp(even.data, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.round(width * SCALE), kernel: 'cubic' })
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
