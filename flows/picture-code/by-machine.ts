import { assertOcrAllowed } from '../../config/live.ts';
import type { PictureReader } from '../../config/run-context.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PictureCodeRejectedError, ServerTooSlowError } from '../errors.ts';
import { pictureOf } from './picture.ts';
import type { PictureCodeTask } from './task.ts';

/** The app gives a new picture after each refusal; more tries than a person would make are not made. */
const MAX_ATTEMPTS = 5;
const POLL_MS = 250;

/** Answers the picture with what the reader reads. @returns the screen that follows. */
export async function answerByMachine(task: PictureCodeTask, reader: PictureReader): Promise<Page> {
  const { page, journey, context } = task;
  assertOcrAllowed(context.phone.environment);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const picture = await pictureOf(task, reader);
    const text = await reader.read(picture);
    if (text === undefined) {
      await page.refresh();
      await awaitOtherPicture(task, picture);
      continue;
    }
    context.progress.emit({ type: 'secret', kind: 'code', value: text });
    await page.enterCode(text);
    await journey.recorder.screenReady();
    await page.confirm();
    const next = await journey.next(
      page,
      'the server to check the picture code',
      async (message) => {
        if (message.name !== 'wrongCode') throw journey.errorFor(message, page);
        // The same picture: the message is still about the answer before.
        return (await page.picture()).equals(picture) ? undefined : page;
      },
    );
    if (next !== page) return next;
  }
  throw new PictureCodeRejectedError(
    `The picture code was not read right in ${String(MAX_ATTEMPTS)} pictures.`,
    {
      phone: context.phone.serial,
      screen: page.screen,
      remedy: 'Run again, or let a person answer it: MI_PICTURE_CODE=ask.',
    },
  );
}

/** @throws ServerTooSlowError when the same picture still shows at the end of the budget. */
async function awaitOtherPicture(
  { page, journey, context }: PictureCodeTask,
  picture: Buffer,
): Promise<void> {
  const { recorder } = journey;
  const other = await recorder.poll('another picture', POLL_MS, async () =>
    (await page.picture()).equals(picture) ? undefined : true,
  );
  if (other) return;
  throw new ServerTooSlowError(
    `No other picture came within the step's budget of ${String(recorder.budgetMs / 1000)} s.`,
    {
      phone: context.phone.serial,
      screen: page.screen,
      expected: 'a new picture after a tap on the one that could not be read',
      seen: 'the same picture',
      remedy: 'Raise MI_STEP_BUDGET_PICTURE_CODE, or let a person answer it: MI_PICTURE_CODE=ask.',
    },
  );
}
