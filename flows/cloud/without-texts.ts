import type { Page } from '../../pageobjects/page.ts';
import type { UnreadCloudPage } from '../../pageobjects/unread-cloud-page.ts';
import { leaveToPerson } from '../without-texts.ts';
import type { CloudTask } from './task.ts';

/** Only MIUI 10's page has a button with a known id. */
export function leaveCloudToPerson(
  { context, journey }: CloudTask,
  page: UnreadCloudPage,
): Promise<Page> {
  const task = 'agree to Xiaomi Cloud on the phone';
  return leaveToPerson({ page, journey, context, task, names: ['cloudAgree', 'findDevice'] });
}
