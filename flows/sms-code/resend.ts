import { formatClock } from '../../config/duration.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SecurityCheckPage } from '../../pageobjects/security-check-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { outOfAirplaneMode } from '../interruptions/airplane-mode.ts';
import { unlessMissing } from '../missing-control.ts';
import { messageShown } from '../server-messages.ts';
import { timeBeforeRequest } from './requests.ts';
import type { SmsCodeTask } from './task.ts';

const POLL_MS = 100;
/** Looking for a message costs a whole page source. */
const MESSAGE_POLL_MS = 1_000;
/** An app that neither starts its countdown nor says anything in this time has not asked. */
const NO_ANSWER_MS = 10_000;
const ANSWER = 'the server to send another SMS code';

/**
 * Asks for another code, if the app's countdown lets it be asked for. A code of the request before may
 * still come when the service refuses.
 * @returns the screen that shows instead of the one before: the service may want to see first that
 *   somebody is there, or may say that it sends no more.
 * @throws HarnessError for what the app says, unless that is only that it was too soon.
 */
export async function askAgain(task: SmsCodeTask): Promise<Page | undefined> {
  const { clock, context, journey, page, phone, requests, shown } = task;
  if ((await unlessMissing(() => page.mayResend())) !== true) {
    requests.notAsked(clock);
    return undefined;
  }
  await outOfAirplaneMode(task, shown);
  const sinceMs = await timeBeforeRequest(phone.bridge, clock, context.signal);
  requests.askingAgain();
  // What the service wants answered may have been answered before the first code.
  for (const asked of [PictureCodePage, SecurityCheckPage]) journey.screens.reopen(asked);
  tell(task);
  await journey.unlessGone(shown, () => page.resend(), ANSWER);
  journey.recorder.submitted();
  const answer = await journey.recorder.poll(ANSWER, POLL_MS, answerToResend(task));
  if (answer === undefined || answer === 'refused') {
    journey.recorder.nothingCame();
    // As a budget is spent, whoever awaits the code says so.
    requests.notAsked(clock);
    return undefined;
  }
  journey.recorder.answered();
  requests.asked(sinceMs);
  if (answer === 'sent') {
    requests.taken(clock);
    await task.onRequested();
    return undefined;
  }
  requests.isInterrupted = true;
  journey.screens.reopen(SmsCodePage);
  return answer;
}

/** A look at what came of it; `undefined` as long as that cannot be told. */
function answerToResend(task: SmsCodeTask): () => Promise<Page | 'sent' | 'refused' | undefined> {
  const { clock, journey, page, requests, shown } = task;
  let lookForMessageAtMs = clock.now();
  let askingSinceMs: number | undefined;
  return async () => {
    const current = await journey.screens.current();
    if (current === undefined) return undefined;
    if (current !== shown) return current;
    const mayResend = await unlessMissing(() => page.mayResend());
    if (mayResend === undefined) return undefined;
    if (!mayResend) return 'sent';
    askingSinceMs ??= clock.now();
    if (clock.now() >= askingSinceMs + NO_ANSWER_MS) return 'refused';
    if (clock.now() < lookForMessageAtMs) return undefined;
    lookForMessageAtMs = clock.now() + MESSAGE_POLL_MS;
    const message = await messageShown(page.driver, shown);
    // How a code before was refused may still show.
    if (message === undefined || message.text === requests.said?.text) return undefined;
    if (message.name !== 'tooOften') throw journey.errorFor(message, shown);
    requests.said = message;
    return 'refused';
  };
}

function tell({ context, requests }: SmsCodeTask): void {
  const { resendAfterMs, resends } = context.settings.sms;
  const times = `${String(requests.resends)} of ${String(resends)}`;
  context.progress.emit({
    type: 'note',
    text: `No SMS code came within ${formatClock(resendAfterMs)}: asked for the code again (${times}).`,
  });
}
