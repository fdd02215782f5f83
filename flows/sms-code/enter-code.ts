import type { Page } from '../../pageobjects/page.ts';
import { awaitCode, type FoundCode } from './await-code.ts';
import { answerToCode } from './refusals.ts';
import { CODE_PAGE, type SmsCodeTask } from './task.ts';
import { sendAsItIs, sendCode, typeCode } from './typing.ts';

/**
 * Enters the code from the SMS, unless the phone does so by itself, and the next one when it is refused.
 * A code that was refused is never entered again. One is entered twice only if the phone filled in the
 * field at the same moment, so that the refusal may be of a mixture of both.
 * @param submitsByItself whether the field sends a full code by itself.
 * @returns the next screen.
 */
export async function enterCode(task: SmsCodeTask, submitsByItself: boolean): Promise<Page> {
  for (;;) {
    const found = await awaitCode(task);
    if (found.kind === 'elsewhere') return found.page;
    const next = submitsByItself
      ? await enterIntoUnreadableField(task, found)
      : await enterIntoReadableField(task, found);
    if (next !== task.shown) return next;
  }
}

async function enterIntoUnreadableField(task: SmsCodeTask, found: FoundCode): Promise<Page> {
  const { journey, requests, shown } = task;
  if (found.kind !== 'code') {
    // The page may be back already, with a refusal of what somebody else had entered.
    return (await journey.screens.shows(shown, CODE_PAGE)) ? shown : answerToCode(task);
  }
  const clearFirst = requests.refusal !== undefined;
  const isWhole = await typeCode(task, found.code, { clearFirst });
  const next = await answerToCode(task);
  if (isWhole || next !== shown) return next;
  await typeCode(task, found.code, { clearFirst: true });
  return answerToCode(task);
}

async function enterIntoReadableField(task: SmsCodeTask, found: FoundCode): Promise<Page> {
  if (found.kind === 'code') await sendCode(task, found.code);
  else {
    if (found.kind === 'entered' && found.code !== undefined) task.requests.used.add(found.code);
    await sendAsItIs(task);
  }
  return answerToCode(task);
}
