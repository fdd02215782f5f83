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
import { awaitPerson } from './person.ts';

/** The app gives a new picture after each refusal; more tries than a person would make are not made. */
const MAX_ATTEMPTS = 5;
const POLL_MS = 250;
/** WebDriver's error code, and what the UiAutomator2 server says of a secure page under another one. */
const NO_SCREENSHOT = /^unable to capture screen\b|secure flag/i;

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
  return pictureReader ? answerByMachine(task, pictureReader) : askPerson(task);
}

function askPerson({ page, journey, context }: PictureCodeTask): Promise<Page> {
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

async function answerByMachine(task: PictureCodeTask, reader: PictureReader): Promise<Page> {
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

async function pictureOf(task: PictureCodeTask, reader: PictureReader): Promise<Buffer> {
  let picture: Buffer;
  try {
    picture = await task.page.picture();
  } catch (error) {
    if (!(error instanceof Error) || !NO_SCREENSHOT.test(`${error.name}: ${error.message}`)) {
      throw error;
    }
    throw notReadable(task, 'a page that forbids screenshots (FLAG_SECURE)', { cause: error });
  }
  // By Android's version, a secure page shows black instead of refusing.
  if (await reader.isBlank(picture)) {
    throw notReadable(task, 'a picture of one colour, as screenshots of a secure page are');
  }
  return picture;
}

function notReadable(
  { page, context }: PictureCodeTask,
  seen: string,
  options?: ErrorOptions,
): PictureNotReadableError {
  return new PictureNotReadableError(
    'The picture code cannot be read by machine: the phone gives no screenshot of it.',
    {
      phone: context.phone.serial,
      screen: page.screen,
      expected: 'a page that may be pictured, as that of a test build',
      seen,
      remedy:
        context.phone.environment === 'test'
          ? 'Start the emulated phone without --secure on (MI_EMULATOR_OPTIONS), or let a person answer it on the phone: MI_PICTURE_CODE=ask.'
          : 'Let a person answer it on the phone: MI_PICTURE_CODE=ask.',
    },
    options,
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
