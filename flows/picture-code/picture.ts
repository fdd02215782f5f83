import type { PictureReader } from '../../config/run-context.ts';
import { PictureNotReadableError } from '../errors.ts';
import type { PictureCodeTask } from './task.ts';

/** WebDriver's error code, and what the UiAutomator2 server says of a secure page under another one. */
const NO_SCREENSHOT = /^unable to capture screen\b|secure flag/i;

/**
 * Takes the picture of the code.
 * @returns PNG.
 * @throws PictureNotReadableError when the page forbids screenshots.
 */
export async function pictureOf(task: PictureCodeTask, reader: PictureReader): Promise<Buffer> {
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
