import type { Page } from '../../pageobjects/page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import type { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { awaitCode } from '../sms-code/await-code.ts';
import { enterCode } from '../sms-code/enter-code.ts';
import { CODE_ANSWER, CODE_PAGE, type SmsCodeTask } from '../sms-code/task.ts';
import { fillIn } from '../sms-code/typing.ts';
import type { SignUpTask } from './task.ts';

/** Enters the code from the SMS, unless the phone does so by itself. */
export async function enterSmsCode(task: SignUpTask, page: SmsCodePage): Promise<Page> {
  const { journey } = task;
  // A picture of this page's own may follow one that came before the SMS.
  journey.screens.reopen(PictureCodePage);
  const submitsByItself = await page.submitsByItself();
  // Taken before the SMS is awaited: once it is there, nothing may come between reading its code
  // and typing it, or the phone fills it in meanwhile.
  await journey.recorder.screenReady();
  return enterCode(codeTask(task, page, page), submitsByItself);
}

/**
 * Fills the code into a page that asks for something else too, and is submitted with it.
 * @param shown the screen as it was recognised.
 * @returns the screen that shows instead, if the phone has left that one.
 */
export async function fillInSmsCode(
  task: SignUpTask,
  page: SmsCodePage,
  shown: Page,
): Promise<Page | undefined> {
  const { journey } = task;
  const code = codeTask(task, page, shown);
  const found = await awaitCode(code);
  if (found.kind === 'elsewhere') return found.page;
  if (!(await journey.screens.shows(shown, CODE_PAGE))) {
    return journey.next(shown, CODE_ANSWER);
  }
  if (found.kind === 'code') await fillIn(code, found.code);
  return undefined;
}

function codeTask(task: SignUpTask, page: SmsCodePage, shown: Page): SmsCodeTask {
  const { clock, context, journey, phones, requests } = task;
  return { page, shown, journey, context, clock, phone: phones.sms, requests };
}
