import type { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import type { Page } from '../../pageobjects/page.ts';
import type { PasswordPage } from '../../pageobjects/password-page.ts';
import type { SecurityCheckPage } from '../../pageobjects/security-check-page.ts';
import type { SimAccountPage } from '../../pageobjects/sim-account-page.ts';
import { SecurityCheckNotPassedError } from '../errors.ts';
import { awaitPerson } from '../person.ts';
import { messageOf } from '../server-messages.ts';
import { hasTexts } from '../without-texts.ts';
import type { SignUpTask } from './task.ts';
import { leaveDialogToPerson } from './without-texts.ts';

/** Agrees to what has to be agreed to; any other message ends the sign-up. */
export async function answerDialog(task: SignUpTask, dialog: MessageDialog): Promise<Page> {
  const { journey } = task;
  const texts = await dialog.texts();
  // The title says what failed, the text below it why.
  const message = texts.flatMap((text) => messageOf(text) ?? []).at(-1);
  if (message) throw journey.errorFor(message, dialog);
  if (!(await dialog.asksForAgreement())) {
    if (!hasTexts(task.context)) return leaveDialogToPerson(task, dialog);
    throw journey.unknown(dialog, `“${texts.join(' – ')}”`);
  }
  return journey.submit(dialog, () => dialog.agree(), 'the server to take the number');
}

/** The number of the SIM card is not the one to sign up, as far as the harness knows. */
export function skipSimAccount({ journey }: SignUpTask, page: SimAccountPage): Promise<Page> {
  // The app may just have found out that there is nothing to offer.
  const skip = () => journey.unlessGone(page, () => page.skip(), 'the one-tap sign-in');
  return journey.submit(page, skip, 'the page for the phone number');
}

/** Whoever has the number's account keeps it: none is signed in to, and no second one is made. */
export async function leaveExistingAccount(
  { journey, numberSubmitted }: SignUpTask,
  page: ExistingAccountPage | PasswordPage,
): Promise<Page> {
  // Before that it says nothing about the number.
  if (!numberSubmitted) throw journey.unknown(page, 'a page for somebody who has an account');
  // What is no known wording may have somebody's name in it.
  const known = page instanceof ExistingAccountPage && messageOf(await page.says());
  throw journey.errorFor(known || { name: 'numberRegistered', text: page.screen }, page);
}

/** No machine passes this check, on no service: it wants to see a person. */
export async function awaitSecurityCheck(
  { context, journey }: SignUpTask,
  page: SecurityCheckPage,
): Promise<Page> {
  await journey.recorder.screenReady();
  const who = 'a person to pass the security check on the phone';
  context.progress.emit({
    type: 'note',
    text: 'The phone shows a security check: pass it on the phone, the run waits for you.',
  });
  const nobody = (cause: Error) =>
    new SecurityCheckNotPassedError(
      'Nobody passed the security check within the budget.',
      {
        phone: context.phone.serial,
        screen: page.screen,
        expected: who,
        remedy: `Be at the phone when the run waits for you, or raise MI_STEP_BUDGET.`,
        trouble: 'security-check',
      },
      { cause },
    );
  return awaitPerson({ page, journey, who, nobody });
}
