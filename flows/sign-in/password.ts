import type { Page } from '../../pageobjects/page.ts';
import type { PasswordPage } from '../../pageobjects/password-page.ts';
import type { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { PasswordNotEnteredError } from '../errors.ts';
import { leaveExistingAccount } from '../sign-up/interruptions.ts';
import { submitNumber } from '../sign-up/phone-number.ts';
import type { SignUpTask } from '../sign-up/task.ts';

/** The way from the page for the number: with the number itself, or with a password. */
export function leaveNumberPage(task: SignUpTask, page: PhoneNumberPage): Promise<Page> {
  const { aim, journey } = task;
  if (aim.kind === 'sign-up' || aim.password === undefined) return submitNumber(task, page);
  return journey.submit(page, () => page.tapPasswordLogin(), 'the page for the password');
}

/**
 * Signs in with number and password; a sign-up never does.
 * @throws NumberAlreadyRegisteredError in a sign-up, PasswordNotEnteredError in a sign-in without one.
 */
export async function enterPassword(task: SignUpTask, page: PasswordPage): Promise<Page> {
  const { aim, context, journey, phones } = task;
  if (aim.kind === 'sign-up') return leaveExistingAccount(task, page);
  if (aim.password === undefined) {
    throw new PasswordNotEnteredError('The account opens with its password only.', {
      phone: phones.ui.serial,
      screen: page.screen,
      expected: 'a page that takes a code by SMS',
      seen: 'the page for the password',
      remedy: 'Sign in with the password.',
    });
  }
  context.progress.emit({ type: 'secret', kind: 'password', value: aim.password });
  await page.enter({ login: context.settings.phoneNumber, password: aim.password });
  task.aboutToSubmitPassword();
  return journey.submit(page, () => page.tapSignIn(), 'the server to check the password');
}
