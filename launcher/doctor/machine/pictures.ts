import { existsSync } from 'node:fs';
import { failed, passed } from '../../../device/doctor/result.ts';
import { TESSERACT_FILE } from '../../../vision/tesseract-data.ts';
import type { MachineCheck } from './machine-check.ts';

export const pictureReading: MachineCheck = {
  id: 'picture-reading',
  judge({ settings }) {
    if (existsSync(TESSERACT_FILE)) return passed("tesseract's data for English is there");
    return {
      ...failed(`${TESSERACT_FILE} is missing`, 'Run `npm run setup`; if it stays so: npm ci.'),
      required: settings.pictureCode === 'ocr',
    };
  },
};
