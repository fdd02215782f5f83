import type { Page } from '../../pageobjects/page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import type { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { awaitSmsCode } from '../sms-code.ts';
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
  const code = await awaitCode(task, page);
  if (code !== undefined) {
    const enter = async () => {
      if (submitsByItself) return page.typeCode(code);
      await page.replaceCode(code);
      await page.tapNext();
    };
    await journey.unlessGone(page, enter, 'the page for the SMS code');
  }
  return journey.next(page, 'the server to take the SMS code');
}

/**
 * Fills the code into a page that asks for something else too, and is submitted with it.
 * @param shown the screen as it was recognised.
 * @returns whether the screen still shows.
 */
export async function fillInSmsCode(
  task: SignUpTask,
  page: SmsCodePage,
  shown: Page,
): Promise<boolean> {
  const code = await awaitCode(task, shown);
  if (code === undefined) return false;
  await page.replaceCode(code);
  return true;
}

/** `undefined` when the phone filled the code in by itself and went on. */
function awaitCode(task: SignUpTask, page: Page): Promise<string | undefined> {
  return awaitSmsCode({
    page,
    journey: task.journey,
    context: task.context,
    adb: task.phones.sms.adb,
    clock: task.clock,
    sinceMs: task.requestedAtMs,
    used: task.usedCodes,
  });
}
