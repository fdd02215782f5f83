import { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PasswordPage } from '../../pageobjects/password-page.ts';
import { NoAccountError } from '../errors.ts';
import { leaveExistingAccount } from '../sign-up/interruptions.ts';
import type { SignUpTask } from '../sign-up/task.ts';

/** A sign-in takes the account that the number has; a sign-up leaves it alone. */
export function answerExistingAccount(task: SignUpTask, page: ExistingAccountPage): Promise<Page> {
  if (task.aim.kind === 'sign-up') return leaveExistingAccount(task, page);
  return task.journey.submit(page, () => page.yes(), 'the account to open');
}

/**
 * Ends a sign-in for which the app, having taken the code, goes on to make an account.
 * @param next the screen that follows the code.
 * @throws NoAccountError
 */
export function assertAccountExists({ aim, phones }: SignUpTask, next: Page): void {
  const mayBeThere = [ExistingAccountPage, PasswordPage, MessageDialog];
  if (aim.kind === 'sign-up' || mayBeThere.some((page) => next instanceof page)) return;
  throw new NoAccountError('The phone number has no Mi account to sign in to.', {
    phone: phones.ui.serial,
    screen: next.screen,
    expected: 'the question whether the account of that number is yours',
    seen: 'the next screen of somebody who is new; the app may have made an account',
    remedy: 'Look at the phone, and set MI_PHONE_NUMBER to a number that has an account.',
  });
}
