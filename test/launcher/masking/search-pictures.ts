import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import sharp from 'sharp';
import type { ScreenTextReader } from '../../../vision/screen-text.ts';
import { plantedIn, type Find, type Planted } from './planted.ts';
import { filesIn } from './search-files.ts';

/** Narrower pictures are screens made smaller: tesseract wants larger letters, and wider takes longer. */
const READABLE_WIDTH_PX = 480;

/**
 * Reads every picture below a folder, each frame of those that move, and searches what can be read.
 * @returns also how many different frames were read, and every line of them.
 */
export async function searchPictures(
  folder: string,
  planted: readonly Planted[],
  reader: Pick<ScreenTextReader, 'read'>,
): Promise<{ found: Find[]; frames: number; lines: string[] }> {
  const seen = new Set<string>();
  const found: Find[] = [];
  const lines: string[] = [];
  for (const path of filesIn(folder).filter((name) => /\.(?:png|webp|jpe?g|gif)$/.test(name))) {
    const picture = readFileSync(path);
    const { pages = 1 } = await sharp(picture).metadata();
    for (let page = 0; page < pages; page += 1) {
      const frame = await readable(picture, page);
      const hash = createHash('md5').update(frame).digest('hex');
      if (seen.has(hash)) continue;
      seen.add(hash);
      const read = (await reader.read(frame)).map(({ text }) => text);
      lines.push(...read);
      const where = `${relative(folder, path)}, frame ${page}`;
      for (const what of plantedIn(read.join('\n'), planted)) found.push({ what, where });
    }
  }
  return { found, frames: seen.size, lines };
}

async function readable(picture: Buffer, page: number): Promise<Buffer> {
  const frame = sharp(picture, { page });
  const { width } = await frame.metadata();
  return width < READABLE_WIDTH_PX
    ? frame.resize({ width: READABLE_WIDTH_PX, kernel: 'lanczos3' }).png().toBuffer()
    : frame.png().toBuffer();
}
