import { AccountsSyncPage } from '../../pageobjects/accounts-sync-page.ts';
import { AddAccountPage } from '../../pageobjects/add-account-page.ts';
import { stop, type Stop } from '../stop.ts';
import type { SignUpTask } from './task.ts';

/**
 * The pages of Settings by which one may come to the account app instead of its row. Who has submitted
 * the number comes back to them, and goes on to where Settings began.
 */
export const ENTRY_PAGES = [AccountsSyncPage, AddAccountPage] as const;

/** What to do on them. */
export function entryStops(task: SignUpTask): readonly Stop[] {
  const step = () => (task.numberSubmitted ? undefined : 'settings');
  const pass = (
    page: AccountsSyncPage | AddAccountPage,
    command: () => Promise<void>,
    awaited: string,
  ) =>
    task.numberSubmitted
      ? task.journey.submit(page, () => page.back(), 'Settings to come back')
      : task.journey.submit(page, command, awaited);
  return [
    stop(AccountsSyncPage, step, (page) =>
      pass(page, () => page.tapAddAccount(), 'the list of kinds of accounts'),
    ),
    stop(AddAccountPage, step, (page) =>
      pass(page, () => page.tapXiaomiAccount(), 'the account app to open'),
    ),
  ];
}
