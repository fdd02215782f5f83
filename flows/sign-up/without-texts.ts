import type { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { Page } from '../../pageobjects/page.ts';
import type { SettingsHome } from '../../pageobjects/settings-home.ts';
import { hasTexts, leaveToPerson } from '../without-texts.ts';
import type { SignUpTask } from './task.ts';

/** Opens the account app from Settings: by its row, or as the row does where that is not known. */
export function enterAccount({ context }: SignUpTask, settings: SettingsHome): Promise<void> {
  return hasTexts(context) ? settings.tapMiAccount() : settings.openMiAccount();
}

/** Whether a dialog asks for agreement or says what went wrong its words alone tell. */
export function leaveDialogToPerson(
  { context, journey }: SignUpTask,
  page: MessageDialog,
): Promise<Page> {
  const task = 'read the dialog on the phone and answer it';
  return leaveToPerson({ page, journey, context, task, names: ['agree'] });
}
