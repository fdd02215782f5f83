import { assertOcrAllowed } from '../config/live.ts';
import type { PictureReader, RunContext } from '../config/run-context.ts';
import type { Page } from '../pageobjects/page.ts';
import type { PictureCodePage } from '../pageobjects/picture-code-page.ts';
import {
  PictureCodeNotAnsweredError,
  PictureCodeRejectedError,
  PictureNotReadableError,
  ServerTooSlowError,
} from './errors.ts';
import type { Journey } from './journey.ts';

/** The app gives a new picture after each refusal; more tries than a person would make are not made. */
const MAX_ATTEMPTS = 5;
const POLL_MS = 250;
/** WebDriver's error code. */
const NO_SCREENSHOT = 'unable to capture screen';

interface PictureCodeTask {
  readonly page: PictureCodePage;
  readonly journey: Journey;
  readonly context: RunContext;
}

/**
 * Answers the picture code: a test environment's by machine, any other by the person at the phone.
 * @returns the screen that follows.
 * @throws OcrRefusedError when a machine is to answer it on the live service.
 * @throws PictureNotReadableError when a machine is to answer it and the page forbids screenshots.
 * @throws PictureCodeRejectedError after five pictures that were not read right.
 */
export async function answerPictureCode(task: PictureCodeTask): Promise<Page> {
  const { pictureReader } = task.context;
  return pictureReader ? answerByMachine(task, pictureReader) : awaitPerson(task);
}

async function awaitPerson({ page, journey, context }: PictureCodeTask): Promise<Page> {
  await journey.recorder.screenReady();
  journey.screens.leave(page);
  const who = 'a person to type the text of the picture on the phone';
  try {
    // What the app says here it says to that person; and the page shows what they are typing.
    return await journey.screens.next(who);
  } catch (error) {
    if (!(error instanceof ServerTooSlowError)) throw error;
    throw new PictureCodeNotAnsweredError(
      'Nobody answered the picture code within the budget.',
      {
        phone: context.phone.serial,
        screen: page.screen,
        expected: who,
        remedy: 'Be at the phone when the run waits for you, or raise MI_STEP_BUDGET_PICTURE_CODE.',
      },
      { cause: error },
    );
  }
}

async function answerByMachine(task: PictureCodeTask, reader: PictureReader): Promise<Page> {
  const { page, journey, context } = task;
  assertOcrAllowed(context.phone.environment);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const picture = await pictureOf(task);
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

async function pictureOf({ page, context }: PictureCodeTask): Promise<Buffer> {
  try {
    return await page.picture();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== NO_SCREENSHOT) throw error;
    throw new PictureNotReadableError(
      'The picture code cannot be read by machine: the phone refuses a screenshot of it.',
      {
        phone: context.phone.serial,
        screen: page.screen,
        expected: 'a page that may be pictured, as that of a test build',
        seen: 'a page that forbids screenshots (FLAG_SECURE)',
        remedy:
          context.phone.environment === 'test'
            ? 'Start the emulated phone without --secure on (MI_EMULATOR_OPTIONS).'
            : 'Let a person answer it on the phone: MI_PICTURE_CODE=ask.',
      },
      { cause: error },
    );
  }
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
