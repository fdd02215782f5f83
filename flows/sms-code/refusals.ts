import { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { Page } from '../../pageobjects/page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import type { Heed } from '../journey.ts';
import { messageOf, type ServerMessage } from '../server-messages.ts';
import { CODE_ANSWER, CODE_PAGE, type SmsCodeTask } from './task.ts';

/** A toast has gone by then; what an earlier code left on the page is still there. */
const STALE_FOR_MS = 4_000;

/** Whether the app does not take a code, and would take another one. */
export function isRefusal({ name }: ServerMessage): boolean {
  return name === 'wrongSmsCode' || name === 'codeExpired';
}

/**
 * Waits for the answer to a code that was entered.
 * @returns the next screen; the task's own, with `requests.refusal` set, when the app refused the code.
 * @throws HarnessError for anything else that the app says.
 */
export async function answerToCode(task: SmsCodeTask): Promise<Page> {
  const { journey, shown } = task;
  const next = await journey.next(shown, CODE_ANSWER, heedAnswer(task));
  return next instanceof MessageDialog ? closeIfRefusal(task, next) : next;
}

/** Heeds what the app says of a code that is sent now: a refusal is noted, and its page shows again. */
export function heedAnswer(task: SmsCodeTask): Heed {
  const { clock, journey, requests, shown } = task;
  const sentAtMs = clock.now();
  const before = requests.said?.text;
  return (message, wasAway) => {
    // What was on the screen when the code was sent is no answer to it.
    const isNew = wasAway || clock.now() >= sentAtMs + STALE_FOR_MS;
    if (message.text === before && !isNew) return Promise.resolve(undefined);
    if (!isRefusal(message)) return Promise.reject(journey.errorFor(message, shown));
    note(task, message);
    return Promise.resolve(shown);
  };
}

/** A refusal may come as a dialog, over the page that then asks again. */
async function closeIfRefusal(task: SmsCodeTask, dialog: MessageDialog): Promise<Page> {
  const { journey, shown } = task;
  const messages = (await dialog.texts()).map((text) => messageOf(text, shown));
  const refusal = messages.find((message) => message && isRefusal(message));
  if (!refusal) return dialog;
  note(task, refusal);
  await dialog.close();
  const page = await journey.backTo([SmsCodePage], dialog, CODE_PAGE);
  // The next code may be refused in the same way.
  journey.screens.reopen(MessageDialog);
  return page;
}

function note({ requests }: SmsCodeTask, refusal: ServerMessage): void {
  requests.refusal = refusal;
  requests.said = refusal;
}
