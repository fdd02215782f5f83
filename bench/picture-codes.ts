// How many of the account service's pictures the harness's own reader reads right:
// node --import tsx bench/picture-codes.ts [pictures of each difficulty, default 100]
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { SystemClock } from '../emulator/android/clock.ts';
import { ServiceError } from '../emulator/service/errors.ts';
import { PictureCodes } from '../emulator/service/picture-codes.ts';
import { PICTURE_DIFFICULTIES, type PictureDifficulty } from '../emulator/service/settings.ts';
import { PictureCodeReader } from '../vision/picture-code.ts';

/** As the picture dialog of a 720×1600 phone shows it. */
const WIDTH_PX = 400;
const HEIGHT_PX = 144;

const [argument = '100'] = process.argv.slice(2);
const count = Number(argument);
if (!/^\d+$/.test(argument) || count === 0) {
  console.error(`'${argument}': expected how many pictures of each difficulty to read, e.g. 100`);
  process.exit(2);
}
const reader = new PictureCodeReader('test');
try {
  const table: Record<string, Record<string, number>> = {};
  for (const difficulty of PICTURE_DIFFICULTIES) {
    const right = await readRight(difficulty);
    table[difficulty] = {
      pictures: count,
      'read right': right,
      '%': Math.round((1000 * right) / count) / 10,
    };
  }
  console.table(table);
} finally {
  await reader.close();
}

async function readRight(difficulty: PictureDifficulty): Promise<number> {
  const pictures = new PictureCodes(new SystemClock(), Math.random);
  let right = 0;
  for (let drawn = 0; drawn < count; drawn += 1) {
    const { id, svg } = pictures.create(difficulty);
    const { text } = await reader.read(await paint(svg));
    try {
      pictures.answer(id, text);
      right += 1;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
    }
  }
  return right;
}

async function paint(svg: string): Promise<Buffer> {
  const canvas = createCanvas(WIDTH_PX, HEIGHT_PX);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  context.drawImage(await loadImage(Buffer.from(svg)), 0, 0, WIDTH_PX, HEIGHT_PX);
  return canvas.encode('png');
}
