import type { PictureReader } from '../config/run-context.ts';
import type { PictureCodeReader } from './picture-code.ts';

/** Below this tesseract is guessing, and a wrong answer costs a try; a new picture costs nothing. */
const MIN_CONFIDENCE = 40;

/** The flow's view of a picture code reader: an answer, or none if it is not sure. */
export function sureAnswers(reader: Pick<PictureCodeReader, 'read' | 'isBlank'>): PictureReader {
  return {
    isBlank: (picture) => reader.isBlank(picture),
    async read(picture) {
      const { text, confidence } = await reader.read(picture);
      return text !== '' && confidence >= MIN_CONFIDENCE ? text : undefined;
    },
  };
}
