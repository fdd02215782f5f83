import type { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { Page } from '../../pageobjects/page.ts';
import { messageOf } from '../server-messages.ts';
import { hasTexts, leaveToPerson } from '../without-texts.ts';
import type { SignOutTask } from './task.ts';

/** Which question it is, its words alone tell. */
const UNREAD = {
  names: ['signOut', 'keepSyncedData', 'removeSyncedData'],
  task: 'answer the dialog on the phone so that it signs out',
} as const;

/** Confirms that the account is to be signed out; any other message ends the sign-out. */
export async function answerDialog(task: SignOutTask, dialog: MessageDialog): Promise<Page> {
  const { journey, context } = task;
  const texts = await dialog.texts();
  const message = texts.flatMap((text) => messageOf(text) ?? []).at(-1);
  if (message) throw journey.errorFor(message, dialog);
  if (!(await dialog.asksToSignOut())) {
    if (!hasTexts(context)) return leaveToPerson({ page: dialog, journey, context, ...UNREAD });
    throw journey.unknown(dialog, `“${texts.join(' – ')}”`);
  }
  return journey.submit(dialog, () => dialog.signOut(), 'the phone to sign out');
}
