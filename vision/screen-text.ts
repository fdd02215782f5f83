import sharp from 'sharp';
import { PSM } from 'tesseract.js';
import type { ReadingMode, TextEngine } from './engine.ts';
import { evenGround } from './even-ground.ts';
import { cropTo, isBlackedOut, type Region } from './screenshot.ts';
import { BORDER_PX, withWhiteBorder } from './white-border.ts';

/** A line of text in a picture. */
export interface TextLine {
  readonly text: string;
  /** Around its letters, in pixels of the picture that was read. */
  readonly bounds: Region;
  /** 0–100, of the least certain word. */
  readonly confidence: number;
}

/**
 * Screens of 320 dpi have text of 28–40 px, whose capitals are 20–28 px high; tesseract reads best at
 * some 30.
 */
const SCALE = 1.5;
/** Texts stand anywhere on a screen, by themselves; any character may come. */
const MODE: ReadingMode = { segmentation: PSM.SPARSE_TEXT, alphabet: '' };
/** Icons, and the edges of buttons, are read as words that tesseract is less sure of. */
const MIN_WORD_CONFIDENCE = 50;

/**
 * Reads text off screenshots, for what no element of the screen tells: English, and what else is
 * written in Latin letters without accents. The data for Chinese would be another package of 22 MB,
 * and for Russian there is none.
 *
 * Measured on the emulated phone's screens (`npm run bench -- text`), and rejected. On cuts of single
 * texts, of which this reads 1.2 % of the characters wrong: pictures as they are or inverted as a whole,
 * with their contrast stretched (2.0 %), and the mode for one block (2.1 %). On six whole screens (3.9 %):
 * the mode for pages (27 %: it joins columns, icons and texts, and drops what stands apart), the original
 * size (5.5 %, in two thirds of the time), all words (5.4 %), and only those above 65 (4.3 %).
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
    return lines
      .flatMap(({ words }) => {
        const sure = words.filter(({ confidence }) => confidence >= MIN_WORD_CONFIDENCE);
        const text = sure.map((word) => word.text).join(' ');
        if (text.trim() === '') return [];
        const [x0, y0, x1, y1] = [
          original(Math.min(...sure.map(({ bbox }) => bbox.x0))),
          original(Math.min(...sure.map(({ bbox }) => bbox.y0))),
          original(Math.max(...sure.map(({ bbox }) => bbox.x1))),
          original(Math.max(...sure.map(({ bbox }) => bbox.y1))),
        ];
        const bounds = { left: left + x0, top: top + y0, width: x1 - x0, height: y1 - y0 };
        const confidence = Math.min(...sure.map((word) => word.confidence));
        return [{ text, bounds, confidence }];
      })
      .sort((a, b) => a.bounds.top - b.bounds.top || a.bounds.left - b.bounds.left);
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
  const enlarged = sharp(even.data, { raw: { width, height, channels: 1 } }).resize({
    width: Math.round(width * SCALE),
    kernel: 'cubic',
  });
  return withWhiteBorder(enlarged);
}
