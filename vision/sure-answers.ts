import type { PictureReader } from '../config/run-context.ts';
import type { PictureCodeReader } from './picture-code.ts';

/**
 * Of what is read right, 99 in 100 have more than 83. A wrong answer costs a try, a new picture costs
 * nothing; but tesseract is often as sure of a wrong letter, so that the app's refusal has to be
 * reckoned with all the same.
 */
const MIN_CONFIDENCE = 75;
/** The app does not say how long its codes are; these are the lengths that picture codes have. */
const LIKELY_TEXT = /^[A-Za-z0-9]{4,6}$/;

/** The flow's view of a picture code reader: an answer, or none if it is not sure. */
export function sureAnswers(reader: Pick<PictureCodeReader, 'read'>): PictureReader {
  return {
    async read(picture) {
      const { text, confidence } = await reader.read(picture);
      return LIKELY_TEXT.test(text) && confidence >= MIN_CONFIDENCE ? text : undefined;
    },
  };
}
