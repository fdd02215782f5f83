import type { PasswordDialog } from '../../pageobjects/components/password-dialog.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PasswordNotEnteredError } from '../errors.ts';
import { awaitPerson } from '../person.ts';
import type { SignOutTask } from './task.ts';

/** Enters the password that the settings have; without one, a person at the phone does. */
export async function enterPassword(task: SignOutTask, page: PasswordDialog): Promise<Page> {
  const { context, journey } = task;
  if (!(await page.asksForPassword())) {
    throw journey.unknown(page, 'a page that asks for something other than a password');
  }
  const { accountPassword } = context.settings;
  if (accountPassword === undefined) return awaitPassword(task, page);
  await page.enterPassword(accountPassword);
  return journey.submit(page, () => page.confirm(), 'the server to check the password');
}

async function awaitPassword(
  { context, journey, phone }: SignOutTask,
  page: PasswordDialog,
): Promise<Page> {
  await journey.recorder.screenReady();
  const who = "a person to enter the account's password on the phone";
  context.progress.emit({
    type: 'note',
    text: `${phone.serial} asks for the account's password, since Find device is on: enter it on the phone, the run waits for you. MI_ACCOUNT_PASSWORD would spare you that.`,
  });
  const nobody = (cause: Error) =>
    new PasswordNotEnteredError(
      "Nobody entered the account's password within the budget.",
      {
        phone: phone.serial,
        screen: page.screen,
        expected: who,
        remedy:
          'Set MI_ACCOUNT_PASSWORD, be at the phone when the run waits for you, or raise MI_STEP_BUDGET_SIGN_OUT.',
        trouble: 'find-device',
      },
      { cause },
    );
  return awaitPerson({ page, journey, who, nobody });
}
