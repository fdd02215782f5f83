import type { Page } from '../../pageobjects/page.ts';
import { PictureCodeNotAnsweredError } from '../errors.ts';
import { awaitPerson } from '../person.ts';
import type { PictureCodeTask } from './task.ts';

/**
 * Waits until the person at the phone has answered the picture.
 * @returns the screen that follows.
 * @throws PictureCodeNotAnsweredError when nobody has within the step's budget.
 */
export function askPerson({ page, journey, context }: PictureCodeTask): Promise<Page> {
  const who = 'a person to type the text of the picture on the phone';
  const nobody = (cause: Error) =>
    new PictureCodeNotAnsweredError(
      'Nobody answered the picture code within the budget.',
      {
        phone: context.phone.serial,
        screen: page.screen,
        expected: who,
        remedy: 'Be at the phone when the run waits for you, or raise MI_STEP_BUDGET_PICTURE_CODE.',
      },
      { cause },
    );
  return awaitPerson({ page, journey, who, nobody });
}
