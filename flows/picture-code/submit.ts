import type { Page } from '../../pageobjects/page.ts';
import { outOfAirplaneMode } from '../interruptions/airplane-mode.ts';
import type { CodePicture } from './picture.ts';
import { samePicture, shownPicture } from './shown-picture.ts';
import type { PictureCodeTask } from './task.ts';

/**
 * Types what somebody has read in the picture, and sends it with whatever else its page asks for.
 * @param picture that it was read in.
 * @returns the screen that follows: the picture's own when the app refused the text.
 * @throws HarnessError for anything else that the app says.
 */
export async function submitText(
  { page, journey, context, heedRest }: PictureCodeTask,
  text: string,
  picture: CodePicture | undefined,
): Promise<Page> {
  context.progress.emit({ type: 'secret', kind: 'code', value: text });
  await outOfAirplaneMode({ journey, context }, page);
  const submit = async () => {
    await page.enterCode(text);
    await journey.recorder.screenReady();
    await page.confirm();
  };
  await journey.unlessGone(page, submit, 'the page with the picture');
  const heed = heedRest?.() ?? ((message) => Promise.reject(journey.errorFor(message, page)));
  return journey.next(page, 'the server to check the picture code', async (message, wasAway) => {
    if (message.name !== 'wrongCode') return heed(message, wasAway);
    if (picture?.png === undefined) return page;
    // Not another picture yet: the message is still about the answer before.
    const shown = await shownPicture(page);
    return shown && !samePicture(shown, picture) ? page : undefined;
  });
}
