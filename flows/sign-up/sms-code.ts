import { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import type { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { outOfAirplaneMode } from '../interruptions/airplane-mode.ts';
import type { Heed } from '../journey.ts';
import { assertAccountExists } from '../sign-in/existing-account.ts';
import { awaitCode } from '../sms-code/await-code.ts';
import { enterCode } from '../sms-code/enter-code.ts';
import { heedAnswer } from '../sms-code/refusals.ts';
import { CODE_ANSWER, CODE_PAGE, type SmsCodeTask } from '../sms-code/task.ts';
import { fillIn } from '../sms-code/typing.ts';
import type { SignUpTask } from './task.ts';

/** Enters the code from the SMS, unless the phone does so by itself. */
export async function enterSmsCode(task: SignUpTask, page: SmsCodePage): Promise<Page> {
  const { journey } = task;
  // A picture of this page's own may follow one that came before the SMS.
  journey.screens.reopen(PictureCodePage);
  await outOfAirplaneMode(task, page);
  const submitsByItself = await page.submitsByItself();
  // Taken before the SMS is awaited: once it is there, nothing may come between reading its code
  // and typing it, or the phone fills it in meanwhile.
  await journey.recorder.screenReady();
  await requested(task);
  return taken(task, await enterCode(codeTask(task, page, page), submitsByItself));
}

/** The page for the code shows that the service has taken the request for it. */
async function requested({ clock, record, requests }: SignUpTask): Promise<void> {
  requests.taken(clock);
  await record.codeRequested();
}

/** The app refused the SMS code, whatever it thinks of the picture: the next one is to be awaited. */
class SmsCodeRefused extends Error {
  override readonly name = 'SmsCodeRefused';
}

/**
 * Enters the code, and the next one when it is refused, into a page that asks for a picture too.
 * @param shown the screen as it was recognised.
 * @param answerPicture answers the picture and sends both, heeding what the app says of the code.
 * @returns the next screen.
 */
export async function enterSmsCodeBeside(
  task: SignUpTask,
  page: SmsCodePage,
  shown: Page,
  answerPicture: (heedRest: () => Heed) => Promise<Page>,
): Promise<Page> {
  const code = codeTask(task, page, shown);
  await outOfAirplaneMode(task, shown);
  await requested(task);
  const heedRest = (): Heed => {
    const heed = heedAnswer(code);
    return async (message, wasAway) => {
      // The page itself would stand for a refused picture.
      if ((await heed(message, wasAway)) !== undefined) throw new SmsCodeRefused();
      return undefined;
    };
  };
  for (;;) {
    const away = await fillInSmsCode(code);
    if (away) return away;
    try {
      return await taken(task, await answerPicture(heedRest));
    } catch (error) {
      if (!(error instanceof SmsCodeRefused)) throw error;
    }
  }
}

/** Writes down that the app has taken the code, unless the screen that follows is not about that. */
async function taken(task: SignUpTask, next: Page): Promise<Page> {
  const { record, requests } = task;
  // What the service wants before it sends another code, and what it says for lack of one.
  if (requests.isInterrupted || next instanceof MessageDialog) return next;
  await record.verified();
  assertAccountExists(task, next);
  return next;
}

/** @returns the screen that shows instead, if the phone has left that of the code. */
async function fillInSmsCode(code: SmsCodeTask): Promise<Page | undefined> {
  const { journey, requests, shown } = code;
  const found = await awaitCode(code);
  if (found.kind === 'elsewhere') return found.page;
  if (!(await journey.screens.shows(shown, CODE_PAGE))) {
    return journey.next(shown, CODE_ANSWER);
  }
  if (found.kind === 'code') await fillIn(code, found.code);
  else if (found.code !== undefined) requests.used.add(found.code);
  return undefined;
}

function codeTask(task: SignUpTask, page: SmsCodePage, shown: Page): SmsCodeTask {
  const { clock, context, journey, phones, record, requests } = task;
  const onRequested = () => record.codeRequested();
  return { page, shown, journey, context, clock, phone: phones.sms, requests, onRequested };
}
