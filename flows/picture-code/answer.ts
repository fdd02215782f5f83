import type { Page } from '../../pageobjects/page.ts';
import { answerByMachine } from './by-machine.ts';
import { askPerson } from './by-person.ts';
import type { PictureCodeTask } from './task.ts';

/**
 * Answers the picture code: a test environment's by machine, any other by the person at the phone.
 * @returns the screen that follows.
 * @throws OcrRefusedError when a machine is to answer it on the live service.
 * @throws PictureNotReadableError when a machine is to answer it and the page forbids screenshots.
 * @throws UnsureReadingError, PictureCodeRejectedError when the machine's pictures are used up.
 */
export async function answerPictureCode(task: PictureCodeTask): Promise<Page> {
  const { pictureReader } = task.context;
  return pictureReader ? answerByMachine(task, pictureReader) : askPerson(task);
}
