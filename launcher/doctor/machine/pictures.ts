import { existsSync } from 'node:fs';
import { failed, passed } from '../../../device/doctor/result.ts';
import { tesseractFile } from '../../../vision/tesseract-data.ts';
import type { MachineCheck } from './machine-check.ts';

export const pictureReading: MachineCheck = {
  id: 'picture-reading',
  judge({ settings }) {
    const file = tesseractFile();
    if (existsSync(file)) return passed("tesseract's data for English is there");
    return {
      ...failed(`${file} is missing`, 'Run `npm run setup`; if it stays so: npm ci.'),
      required: settings.pictureCode === 'ocr',
    };
  },
};
