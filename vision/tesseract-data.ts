import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = '4.0.0_best_int';

/** Folder of tesseract's data for English, of the package that brings it. */
export function tesseractFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json');
  return join(dirname(manifest), FOLDER);
}

/** The file that tesseract reads. */
export function tesseractFile(): string {
  return join(tesseractFolder(), 'eng.traineddata.gz');
}
