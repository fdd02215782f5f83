import { assertOcrAllowed } from '../../config/live.ts';
import type { PictureReader } from '../../config/run-context.ts';
import type { Page } from '../../pageobjects/page.ts';
import {
  PictureCodeRejectedError,
  PictureNotReadableError,
  ServerTooSlowError,
  UnsureReadingError,
} from '../errors.ts';
import { askPerson } from './by-person.ts';
import { takePicture, type CodePicture } from './picture.ts';
import type { PictureCodeTask } from './task.ts';
import { submitText } from './submit.ts';
import { tryPictures, type PictureForm, type PictureOutcome } from './tries.ts';

const POLL_MS = 250;

/**
 * Answers the picture with what the reader reads. Where it cannot, MI_OCR_FALLBACK says what comes
 * next: the person is asked, or the step fails. The pictures in vain are attached to the report.
 * @returns the screen that follows.
 * @throws OcrRefusedError on the live service.
 * @throws PictureNotReadableError when the page forbids screenshots.
 * @throws UnsureReadingError when the reader was sure of none of MI_OCR_PICTURES pictures.
 * @throws PictureCodeRejectedError when that many did not do, and at least one text was refused.
 */
export async function answerByMachine(task: PictureCodeTask, reader: PictureReader): Promise<Page> {
  const { context } = task;
  const { pictures, fallback } = context.settings.ocr;
  assertOcrAllowed(context.phone.environment);
  const outcomes: PictureOutcome[] = [];
  try {
    const next = await tryPictures(formOf(task, outcomes), reader, pictures);
    if (next) return next;
    throw inVain(task, outcomes);
  } catch (error) {
    if (fallback === 'fail' || !isForPerson(error)) throw error;
    const [text = ''] = error.message.split('\n');
    context.progress.emit({ type: 'note', text: `${text} A person is asked.` });
    return askPerson(task);
  }
}

/** The page that shows the picture, as what answers are tried on. */
function formOf(task: PictureCodeTask, outcomes: PictureOutcome[]): PictureForm<Page> {
  const { page, context, journey } = task;
  return {
    async picture() {
      const taken = await journey.undisturbed(page, () => takePicture(page));
      if (taken.png === undefined) throw notReadable(task, taken);
      return taken.png;
    },
    async answer(text, png) {
      const next = await submitText(task, text, { png });
      return next === page ? undefined : next;
    },
    async renew(picture) {
      await page.refresh();
      await awaitOtherPicture(task, picture);
    },
    async failed(picture, number, outcome) {
      outcomes.push(outcome);
      const of = context.settings.ocr.pictures;
      // Nobody else's account hangs on it: a machine reads test services' pictures only.
      await context.observer.attachPicture(
        `picture code ${number} of ${of} (read: ${outcome})`,
        picture,
      );
    },
  };
}

async function showsStill({ page }: PictureCodeTask, picture: Buffer): Promise<boolean> {
  return (await takePicture(page)).png?.equals(picture) ?? false;
}

/** @throws ServerTooSlowError when the same picture still shows at the end of the budget. */
async function awaitOtherPicture(task: PictureCodeTask, picture: Buffer): Promise<void> {
  const { page, journey, context } = task;
  const { recorder } = journey;
  const other = await recorder.poll('another picture', POLL_MS, async () =>
    (await showsStill(task, picture)) ? undefined : true,
  );
  if (other) return;
  throw new ServerTooSlowError(
    `No other picture came within the step's budget of ${recorder.budgetMs / 1000} s.`,
    {
      phone: context.phone.serial,
      screen: page.screen,
      expected: 'a new picture after a tap on the one that could not be read',
      seen: 'the same picture',
      remedy: 'Raise MI_STEP_BUDGET_PICTURE_CODE, or let a person answer it: MI_PICTURE_CODE=ask.',
    },
  );
}

function isForPerson(error: unknown): error is Error {
  return [PictureNotReadableError, UnsureReadingError, PictureCodeRejectedError].some(
    (kind) => error instanceof kind,
  );
}

function inVain(
  { page, context }: PictureCodeTask,
  outcomes: readonly PictureOutcome[],
): UnsureReadingError | PictureCodeRejectedError {
  const refused = outcomes.filter((outcome) => outcome === 'refused').length;
  const details = {
    phone: context.phone.serial,
    screen: page.screen,
    seen: `${outcomes.length - refused} pictures read without being sure, ${refused} texts refused by the app`,
    remedy:
      'Look at the pictures in the report. Run again, raise MI_OCR_PICTURES, or let a person answer: MI_OCR_FALLBACK=ask, or MI_PICTURE_CODE=ask.',
    trouble: 'picture-not-readable' as const,
  };
  const within = `in ${outcomes.length} pictures`;
  return refused > 0
    ? new PictureCodeRejectedError(`The picture code was not read right ${within}.`, details)
    : new UnsureReadingError(`No picture code was read with certainty ${within}.`, details);
}

function notReadable(
  { page, context }: PictureCodeTask,
  { forbidden, cause }: Extract<CodePicture, { readonly forbidden: string }>,
): PictureNotReadableError {
  return new PictureNotReadableError(
    'The picture code cannot be read by machine: the phone gives no screenshot of it.',
    {
      phone: context.phone.serial,
      screen: page.screen,
      expected: 'a page that may be pictured, as that of a test build',
      seen: `${forbidden}, as of a page with FLAG_SECURE`,
      remedy: `${
        context.phone.environment === 'test'
          ? 'Start the emulated phone without --secure on (MI_EMULATOR_OPTIONS), or let'
          : 'Let'
      } a person answer: MI_OCR_FALLBACK=ask, or MI_PICTURE_CODE=ask.`,
      trouble: 'picture-not-readable',
    },
    { cause },
  );
}
