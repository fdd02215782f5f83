import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { createWorker, type Worker } from 'tesseract.js';
import { blurRegions, blurSmall } from '../../../launcher/evidence/blur.ts';
import { drawPicture, write } from '../../draw-text.ts';

const WIDTH = 720;
const HEIGHT = 300;
const CODE = '318204';
const REGION = { left: 40, top: 40, right: 400, bottom: 100 };

function screen(text: string): Promise<Buffer> {
  return drawPicture({ width: WIDTH, height: HEIGHT, ground: 'white' }, (context) => {
    write(context, text, { x: 48, y: 86, sizePx: 48, color: 'black' });
    write(context, 'Settings', { x: 48, y: 236, sizePx: 48, color: 'black' });
  });
}

async function pixels(png: Buffer): Promise<Buffer> {
  return sharp(png).removeAlpha().raw().toBuffer();
}

describe('blurring', () => {
  let ocr: Worker;

  before(async () => {
    const data = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json');
    const langPath = join(dirname(data), '4.0.0_best_int');
    ocr = await createWorker('eng', 1, { langPath, gzip: true, cacheMethod: 'none' });
  });

  after(() => ocr.terminate());

  it('leaves nothing for OCR to read', async () => {
    const clear = await screen(CODE);
    const read = async (png: Buffer) => (await ocr.recognize(png)).data.text;
    const texts = [await read(clear), await read(await blurRegions(clear, [REGION]))];
    assert.deepEqual(
      texts.map((text) => text.includes(CODE)),
      [true, false],
    );
  });

  it('leaves nothing in small pictures either', async () => {
    const clear = await screen(CODE);
    const small = async (regions: (typeof REGION)[]) =>
      sharp(await blurSmall(clear, regions))
        .resize({ width: WIDTH })
        .png()
        .toBuffer();
    const read = async (png: Buffer) => (await ocr.recognize(png)).data.text;
    const texts = [await read(await small([])), await read(await small([REGION]))];
    assert.deepEqual(
      texts.map((text) => text.includes(CODE)),
      [true, false],
    );
  });

  it('makes pictures of different codes all but equal', async () => {
    const [a, b] = await Promise.all(
      ['111111', '888888'].map(async (code) =>
        pixels(await blurRegions(await screen(code), [REGION])),
      ),
    );
    const difference = a?.reduce(
      (max, value, i) => Math.max(max, Math.abs(value - (b?.[i] ?? 0))),
      0,
    );
    // Black on white differs by 255; what is left is how dark the field is on the whole.
    assert.ok(difference !== undefined && difference < 100, `${difference}`);
  });

  it('leaves the rest of the picture as it was', async () => {
    const clear = await screen(CODE);
    const rest = { left: 0, top: 120, width: WIDTH, height: HEIGHT - 120 };
    const [before_, after_] = await Promise.all(
      [clear, await blurRegions(clear, [REGION])].map((png) =>
        sharp(png).extract(rest).raw().toBuffer(),
      ),
    );
    assert.deepEqual(after_, before_);
  });

  it('takes regions that reach over the edge, and leaves out those off the screen', async () => {
    const regions = [
      { left: -50, top: 280, right: 2000, bottom: 400 },
      { left: 0, top: 1000, right: 100, bottom: 1100 },
      { left: 5, top: 5, right: 5, bottom: 9 },
    ];
    const { width, height } = await sharp(
      await blurRegions(await screen(CODE), regions),
    ).metadata();
    assert.deepEqual({ width, height }, { width: WIDTH, height: HEIGHT });
  });
});
