import type { PictureAnswer } from '../../config/operator.ts';

/** What a person types who has answered on the phone itself. */
export const ON_PHONE = 'phone';

/**
 * What a line that a person typed says.
 * @returns the answer, or a sentence that says why it is none.
 */
export function typedAnswer(line: string): PictureAnswer | string {
  const text = line.trim();
  if (text === '') return { kind: 'new-picture' };
  if (text.toLowerCase() === ON_PHONE) return { kind: 'typed-on-phone' };
  // An arrow key where nothing edits the line, or something pasted.
  if (/[\p{Cc}\p{Cf}]/u.test(text)) return 'That has characters that no picture shows; once more:';
  return { kind: 'text', text };
}
