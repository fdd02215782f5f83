import type { Page } from '../../pageobjects/page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import type { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import type { Heed } from '../journey.ts';
import { answerPictureCode } from '../picture-code/answer.ts';
import { fillInNumber } from './phone-number.ts';
import { enterSmsCodeBeside } from './sms-code.ts';
import type { SignUpTask } from './task.ts';

/** The step that the picture belongs to: where it stands before a step's end, that one. */
export async function stepOfPicture(task: SignUpTask) {
  // Before another SMS code is sent, the service may want a picture answered.
  if (task.requests.isInterrupted) return 'sms-code';
  return (await emptyFormAround(task)) ?? 'picture-code';
}

/** Answers the picture, after what else its page asks for. */
export async function enterPictureCode(task: SignUpTask, page: PictureCodePage): Promise<Page> {
  const { context, journey, phones } = task;
  if (task.requests.isInterrupted) return answerPictureCode({ page, journey, context });
  const { driver } = phones.ui;
  const answer = async (heedRest?: () => Heed) => {
    await journey.recorder.enter('picture-code');
    return answerPictureCode({ page, journey, context, heedRest });
  };
  const form = await emptyFormAround(task);
  if (form === 'phone-number') {
    const away = await fillInNumber(task, new PhoneNumberPage(driver), page);
    if (away) return away;
    await task.aboutToSubmitNumber();
  } else if (form === 'sms-code') {
    return enterSmsCodeBeside(task, new SmsCodePage(driver), page, answer);
  }
  return answer();
}

/** The classic app asks for the picture on the page of the number, or on that of the SMS code. */
async function emptyFormAround({
  numberSubmitted,
  phones,
}: SignUpTask): Promise<'phone-number' | 'sms-code' | undefined> {
  if (!numberSubmitted) return 'phone-number';
  const asksForCode = await new SmsCodePage(phones.ui.driver).showsEmptyField();
  return asksForCode ? 'sms-code' : undefined;
}
