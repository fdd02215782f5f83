import { join } from 'node:path';
import { PROJECT_ROOT } from '../config/paths.ts';

/** Where npm puts the package that brings it. */
const PACKAGE = join(PROJECT_ROOT, 'node_modules', '@tesseract.js-data', 'eng');

/** Folder of tesseract's data for English, whether or not it is installed. */
export const TESSERACT_FOLDER = join(PACKAGE, '4.0.0_best_int');

/** The file that tesseract reads. */
export const TESSERACT_FILE = join(TESSERACT_FOLDER, 'eng.traineddata.gz');
