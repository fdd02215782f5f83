import { messageShown } from '../server-messages.ts';
import { isRefusal } from './refusals.ts';
import { CODE_PAGE, type SmsCodeTask } from './task.ts';

/** The field may change between a look at it and the typing; more often than this nothing changes it. */
const MAX_REPLACEMENTS = 3;

/**
 * Types the code into a field that reads empty and submits itself when it is full, unless the phone
 * fills it in at the same moment.
 *
 * The phone does that in one go, and its doing so can be seen: the page makes way for a spinner, for
 * the next screen or for a refusal. So everything but the last digit is typed, then the screen is
 * looked at. If the page still asks, the digits in it are the harness's, and the last one sends them. A
 * phone that fills the code in during that last digit replaces the harness's code by the same one.
 * @param clearFirst deletes first what an earlier code may have left in the field.
 * @returns whether the whole code was typed. Otherwise what the field was sent with is not known: the
 *   phone's own, or a mixture of both.
 */
export async function typeCode(
  task: SmsCodeTask,
  code: string,
  { clearFirst }: { clearFirst: boolean },
): Promise<boolean> {
  const { journey, page, shown } = task;
  const { screens } = journey;
  if (!(await screens.shows(shown, CODE_PAGE))) return false;
  const { interruptions } = screens;
  try {
    await page.focus();
    await page.typeKeys(code.slice(0, -1), { clearFirst });
    if ((await screens.current()) !== shown && (await isOvertaken(task))) return false;
    if (screens.interruptions === interruptions) {
      await page.typeKeys(code.slice(-1));
      return true;
    }
  } catch (error) {
    if (await isOvertaken(task)) return false;
    if (screens.interruptions === interruptions) throw error;
  }
  // Keys may have gone to what stood over the page.
  return typeCode(task, code, { clearFirst: true });
}

/**
 * Puts the code into a field that can be read, in place of what the phone may put there at the same
 * moment, and sends it.
 */
export async function sendCode(task: SmsCodeTask, code: string): Promise<void> {
  const { page } = task;
  await unlessOvertaken(task, async () => {
    await fillIn(task, code);
    await page.tapNext();
  });
}

/** Sends what is in the field already. */
export async function sendAsItIs(task: SmsCodeTask): Promise<void> {
  await unlessOvertaken(task, () => task.page.tapNext());
}

/** Puts the code into a field that can be read, and sees to it that it stays there. */
export async function fillIn({ page }: SmsCodeTask, code: string): Promise<void> {
  for (let replaced = 0; replaced < MAX_REPLACEMENTS; replaced += 1) {
    if ((await page.codeInField()) === code) return;
    await page.replaceCode(code);
  }
}

async function unlessOvertaken(task: SmsCodeTask, command: () => Promise<void>): Promise<void> {
  if (!(await task.journey.screens.shows(task.shown, CODE_PAGE))) return;
  try {
    await task.journey.undisturbed(task.shown, command);
  } catch (error) {
    if (!(await isOvertaken(task))) throw error;
  }
}

/**
 * Whether the code was sent by somebody else: the phone went on to another screen, or came back to this
 * one with a refusal. A screen that was only drawn anew while it was looked at has neither.
 */
async function isOvertaken({ journey, page, shown }: SmsCodeTask): Promise<boolean> {
  if (!(await journey.screens.shows(shown, CODE_PAGE))) return true;
  const message = await messageShown(page.driver, shown);
  return message !== undefined && isRefusal(message);
}
