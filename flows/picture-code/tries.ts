import type { PictureReader } from '../../config/run-context.ts';

/** Why a picture did not give the code: the reader was not sure, or its text was refused. */
export type PictureOutcome = 'unsure' | 'refused';

/** Where pictures are shown and answered. */
export interface PictureForm<T> {
  /** The picture that is showing, as PNG. */
  picture(): Promise<Buffer>;
  /**
   * Sends a text.
   * @returns what follows, or `undefined` when it was refused and another picture shows.
   */
  answer(text: string, picture: Buffer): Promise<T | undefined>;
  /** Asks for another picture, and waits for it. */
  renew(picture: Buffer): Promise<void>;
  /** Told of each picture that was in vain. @param number from 1. */
  failed(picture: Buffer, number: number, outcome: PictureOutcome): Promise<void>;
}

/**
 * Answers pictures by machine, one after the other: of one that the reader is not sure of no guess is
 * sent, since another picture costs nothing.
 * @param atMost how many pictures are tried.
 * @returns what follows the right answer, or `undefined` after the last picture in vain.
 */
export async function tryPictures<T>(
  form: PictureForm<T>,
  reader: PictureReader,
  atMost: number,
): Promise<T | undefined> {
  for (let number = 1; number <= atMost; number += 1) {
    const picture = await form.picture();
    const text = await reader.read(picture);
    if (text === undefined) {
      await form.failed(picture, number, 'unsure');
      if (number < atMost) await form.renew(picture);
      continue;
    }
    const next = await form.answer(text, picture);
    if (next !== undefined) return next;
    await form.failed(picture, number, 'refused');
  }
  return undefined;
}
