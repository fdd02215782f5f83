import sharp from 'sharp';
import { PSM } from 'tesseract.js';
import { assertOcrAllowed } from '../config/live.ts';
import type { PhoneEnvironment } from '../config/run-context.ts';
import type { ReadingMode, TextEngine } from './engine.ts';
import { withWhiteBorder } from './white-border.ts';

/**
 * Measured on 250 pictures of each of the test service's plain (easy) and medium difficulties, of which
 * this reads 250 and 243 right. Rejected, with what they read of the medium ones: 160 px high, whether
 * thresholded at 150 (183) or at 110 (240, in twice the time); 60 px (243, and one easy picture wrong);
 * 48 px (244, and one easy picture wrong); thresholds at 150 (216), which keep the lines across the
 * letters. Of 60 each: none at all (53), a median filter (56), tesseract's modes for a word and for a
 * raw line (54, and 55 of the easy ones), capital letters only (47 against 46 with all of them).
 */
const TARGET_HEIGHT_PX = 72;
/** Thin lines of noise are lighter, after blurring, than the strokes of letters. */
const BLUR_SIGMA = 1;
const DARK_BELOW = 120;

const ALPHANUMERICS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export interface PictureCode {
  /** Letters and digits only; empty when nothing was read. */
  text: string;
  /** 0–100, of the least certain letter; one wrong letter makes the text wrong. */
  confidence: number;
}

/** A line of letters and digits. */
const MODE: ReadingMode = { segmentation: PSM.SINGLE_LINE, alphabet: ALPHANUMERICS };

/** Reads picture codes with tesseract, offline. */
export class PictureCodeReader {
  readonly #engine: TextEngine;

  /**
   * @param environment of the phone that shows the picture.
   * @throws {OcrRefusedError} on the live service: the picture asks for a human there.
   */
  constructor(environment: PhoneEnvironment, engine: TextEngine) {
    assertOcrAllowed(environment);
    this.#engine = engine;
  }

  /** @param png the picture alone, in any format that sharp reads. */
  async read(png: Buffer): Promise<PictureCode> {
    const picture = await preparePicture(png);
    // Tesseract reads letters into an empty picture.
    if (await isEmpty(picture)) return { text: '', confidence: 0 };
    const lines = await this.#engine.read(picture, MODE);
    const letters = lines.flatMap(({ words }) => words.flatMap(({ symbols }) => symbols));
    return {
      text: letters.map((letter) => letter.text).join(''),
      confidence: letters.length === 0 ? 0 : Math.min(...letters.map((l) => l.confidence)),
    };
  }
}

/** Grey, large, without thin noise, black on white with a border: what tesseract reads best. */
function preparePicture(png: Buffer): Promise<Buffer> {
  const cleaned = sharp(png)
    .flatten({ background: 'white' })
    .greyscale()
    .resize({ height: TARGET_HEIGHT_PX, kernel: 'cubic' })
    .blur(BLUR_SIGMA)
    .normalise()
    .threshold(DARK_BELOW);
  return withWhiteBorder(cleaned);
}

async function isEmpty(picture: Buffer): Promise<boolean> {
  const [channel] = (await sharp(picture).stats()).channels;
  return channel?.min === channel?.max;
}
