import type { AddAccountPage } from '../../pageobjects/add-account-page.ts';
import type { Page } from '../../pageobjects/page.ts';
import type { SignUpTask } from './task.ts';

/** Picks Xiaomi; a list that is still there once the number has been submitted is left. */
export function passAddAccount(task: SignUpTask, page: AddAccountPage): Promise<Page> {
  const { journey, numberSubmitted } = task;
  return numberSubmitted
    ? journey.submit(page, () => page.back(), 'Settings to come back')
    : journey.submit(page, () => page.tapXiaomiAccount(), 'the account app to open');
}
