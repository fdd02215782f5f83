import type { PictureQuestion } from '../../config/operator.ts';
import type { OpenQuestion } from '../../operator/questions.ts';

/** A question as it goes from process to process, as JSON. */
export interface QuestionMessage {
  kind: 'question';
  /** Chosen by whoever asks; no two questions of a run have the same. */
  id: string;
  serial: string;
  /** PNG, in Base64. */
  picture?: string | undefined;
  note?: string | undefined;
  /** Milliseconds since 1970. */
  untilMs: number;
}

export function questionMessage(id: string, question: PictureQuestion): QuestionMessage {
  const { serial, picture, note, untilMs } = question;
  return { kind: 'question', id, serial, picture: picture?.toString('base64'), note, untilMs };
}

/** @param askedAtMs milliseconds since 1970. */
export function openQuestion(
  { id, serial, picture, note, untilMs }: QuestionMessage,
  askedAtMs: number,
): OpenQuestion {
  const png = picture === undefined ? undefined : Buffer.from(picture, 'base64');
  return { id, serial, picture: png, note, untilMs, askedAtMs };
}
