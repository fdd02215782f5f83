import type { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { Page } from '../../pageobjects/page.ts';
import { messageOf } from '../server-messages.ts';
import type { SignOutTask } from './task.ts';

/** Confirms that the account is to be signed out; any other message ends the sign-out. */
export async function answerDialog({ journey }: SignOutTask, dialog: MessageDialog): Promise<Page> {
  const texts = await dialog.texts();
  const message = texts.flatMap((text) => messageOf(text) ?? []).at(-1);
  if (message) throw journey.errorFor(message, dialog);
  if (!(await dialog.asksToSignOut())) throw journey.unknown(dialog, `“${texts.join(' – ')}”`);
  return journey.submit(dialog, () => dialog.signOut(), 'the phone to sign out');
}
