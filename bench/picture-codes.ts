// How many of the account service's pictures the harness's own reader reads right:
// node --import tsx bench/picture-codes.ts [pictures of each difficulty, default 100]
import { PICTURE_DIFFICULTIES, type PictureDifficulty } from '../emulator/service/settings.ts';
import { TextEngine } from '../vision/engine.ts';
import { PictureCodeReader } from '../vision/picture-code.ts';
import { sureAnswers } from '../vision/sure-answers.ts';
import { ServicePictures } from './service-pictures.ts';

const [argument = '100'] = process.argv.slice(2);
const count = Number(argument);
if (!/^\d+$/.test(argument) || count === 0) {
  console.error(`'${argument}': expected how many pictures of each difficulty to read, e.g. 100`);
  process.exit(2);
}
const engine = new TextEngine();
const reader = new PictureCodeReader('test', engine);
try {
  const table: Record<string, Record<string, number>> = {};
  for (const difficulty of PICTURE_DIFFICULTIES) {
    const { right, unsure } = await readAll(difficulty);
    table[difficulty] = {
      pictures: count,
      'read right': right,
      '%': Math.round((1000 * right) / count) / 10,
      // Of these another picture is asked for, whether what was read is right or not.
      unsure,
    };
  }
  console.table(table);
} finally {
  await engine.close();
}

async function readAll(difficulty: PictureDifficulty): Promise<{ right: number; unsure: number }> {
  const pictures = new ServicePictures(difficulty);
  let right = 0;
  let unsure = 0;
  for (let read = 0; read < count; read += 1) {
    const code = await reader.read(await pictures.picture());
    const sure = await sureAnswers({ read: () => Promise.resolve(code) }).read(Buffer.alloc(0));
    if (sure === undefined) unsure += 1;
    if (await pictures.answer(code.text)) right += 1;
  }
  return { right, unsure };
}
