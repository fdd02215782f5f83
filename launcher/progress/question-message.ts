import type { PictureQuestion } from '../../config/operator.ts';
import type { OpenQuestion } from '../../operator/questions.ts';

/** A question as it goes from process to process, as JSON. */
export interface QuestionMessage {
  kind: 'question';
  /** Chosen by whoever asks; no two questions of a run have the same. */
  id: string;
  serial: string;
  onPhone?: string | undefined;
  /** PNG, in Base64. */
  picture?: string | undefined;
  note?: string | undefined;
  /** Milliseconds since 1970. */
  untilMs: number;
}

export function questionMessage(id: string, question: PictureQuestion): QuestionMessage {
  const { picture, ...rest } = question;
  return { kind: 'question', id, ...rest, picture: picture?.toString('base64') };
}

/** @param askedAtMs milliseconds since 1970. */
export function openQuestion(
  { id, serial, onPhone, picture, note, untilMs }: QuestionMessage,
  askedAtMs: number,
): OpenQuestion {
  const png = picture === undefined ? undefined : Buffer.from(picture, 'base64');
  const question = { id, serial, picture: png, note, untilMs, askedAtMs };
  return onPhone === undefined ? question : { ...question, onPhone };
}
