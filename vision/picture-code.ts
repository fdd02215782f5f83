import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { assertOcrAllowed } from '../config/live.ts';
import type { PhoneEnvironment } from '../config/run-context.ts';

/** Tesseract reads letters best at a height of some 30–60 px; picture codes are smaller. */
const TARGET_HEIGHT_PX = 160;
/** White around the text: tesseract drops letters that touch the edge. */
const BORDER_PX = 24;
/** Thin lines of noise are lighter, after blurring, than the strokes of letters. */
const BLUR_SIGMA = 1.2;
const DARK_BELOW = 150;

const ALPHANUMERICS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export interface PictureCode {
  /** Letters and digits only; empty when nothing was read. */
  text: string;
  /** 0–100, of the least certain letter; one wrong letter makes the text wrong. */
  confidence: number;
}

/**
 * Reads picture codes with tesseract, offline. Its engine starts with the first picture, serves all
 * following ones, and lives until `close()`.
 */
export class PictureCodeReader {
  #worker: Promise<Worker> | undefined;

  /**
   * @param environment of the phone that shows the picture.
   * @throws {OcrRefusedError} on the live service: the picture asks for a human there.
   */
  constructor(environment: PhoneEnvironment) {
    assertOcrAllowed(environment);
  }

  /** Starts the engine, which takes a while, before there is a picture to read. */
  warmUp(): void {
    this.#worker ??= startTesseract();
    // `read` reports a start that failed; here it only must not count as unhandled.
    this.#worker.catch(() => undefined);
  }

  /** @param png the picture alone, in any format that sharp reads. */
  async read(png: Buffer): Promise<PictureCode> {
    this.#worker ??= startTesseract();
    const [worker, picture] = await Promise.all([this.#worker, preparePicture(png)]);
    // Tesseract reads letters into an empty picture.
    if (await isEmpty(picture)) return { text: '', confidence: 0 };
    const { data } = await worker.recognize(picture, {}, { blocks: true });
    const letters = (data.blocks ?? [])
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
      .flatMap(({ words }) => words.flatMap(({ symbols }) => symbols));
    return {
      text: letters.map((letter) => letter.text).join(''),
      confidence: letters.length === 0 ? 0 : Math.min(...letters.map((l) => l.confidence)),
    };
  }

  /** Whether a picture, in any format that sharp reads, is of one colour, as those of secure pages are. */
  async isBlank(png: Buffer): Promise<boolean> {
    const { channels } = await sharp(png).stats();
    return channels.every(({ min, max }) => min === max);
  }

  /** Ends the engine; the reader may be used again, with a new one. */
  async close(): Promise<void> {
    const worker = await this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

/** Grey, large, without thin noise, black on white with a border: what tesseract reads best. */
async function preparePicture(png: Buffer): Promise<Buffer> {
  return await sharp(png)
    .flatten({ background: 'white' })
    .greyscale()
    .resize({ height: TARGET_HEIGHT_PX, kernel: 'cubic' })
    .blur(BLUR_SIGMA)
    .normalise()
    .threshold(DARK_BELOW)
    .extend({
      top: BORDER_PX,
      bottom: BORDER_PX,
      left: BORDER_PX,
      right: BORDER_PX,
      background: 'white',
    })
    .png()
    .toBuffer();
}

async function isEmpty(picture: Buffer): Promise<boolean> {
  const [channel] = (await sharp(picture).stats()).channels;
  return channel?.min === channel?.max;
}

async function startTesseract(): Promise<Worker> {
  const data = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json');
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    // Without these three it downloads its language data, and keeps a copy in the current folder.
    langPath: join(dirname(data), '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    tessedit_char_whitelist: ALPHANUMERICS,
    user_defined_dpi: '300',
  });
  return worker;
}
