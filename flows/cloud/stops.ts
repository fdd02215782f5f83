import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { CloudLegalPage } from '../../pageobjects/cloud-legal-page.ts';
import { CloudSyncPage } from '../../pageobjects/cloud-sync-page.ts';
import { SkipCloudDialog } from '../../pageobjects/components/skip-cloud-dialog.ts';
import type { Page, PageClass } from '../../pageobjects/page.ts';
import { UnreadCloudPage } from '../../pageobjects/unread-cloud-page.ts';
import { stop, type Stop } from '../stop.ts';
import { hasTexts } from '../without-texts.ts';
import { leaveFindDeviceOff } from './find-device.ts';
import type { CloudTask } from './task.ts';
import { leaveCloudToPerson } from './without-texts.ts';

const STEP = 'cloud-agreement';
const BACK = 'Settings to come back';

/**
 * The screens of Xiaomi Cloud's agreement. Who walks on agrees to it with sync as it stands; a legal
 * text that was opened is left again, and so is the question whether to do without.
 */
export function cloudStops(task: CloudTask): readonly Stop[] {
  const submit = (page: Page, command: () => Promise<void>) =>
    task.journey.submit(page, command, BACK);
  const toAgreement = async <P extends Page>(
    from: PageClass<P>,
    page: P,
    command: () => Promise<void>,
  ) => {
    await command();
    const goals = [CloudAgreementPage];
    const agreement = await task.journey.backTo(goals, page, 'the agreement to come back');
    // A person may come to it as often as they like.
    task.journey.screens.reopen(from);
    return agreement;
  };
  return [
    stop(CloudAgreementPage, STEP, async (page) => {
      await leaveFindDeviceOff(task, page);
      return submit(page, () => page.agree());
    }),
    stop(CloudSyncPage, STEP, (page) => submit(page, () => page.accept())),
    stop(SkipCloudDialog, STEP, (page) =>
      toAgreement(SkipCloudDialog, page, () => page.useCloud()),
    ),
    // Behind the agreement, which may have an element that reads like the title of a legal text.
    stop(CloudLegalPage, STEP, (page) => toAgreement(CloudLegalPage, page, () => page.back())),
    ...(hasTexts(task.context)
      ? []
      : [stop(UnreadCloudPage, STEP, (page) => leaveCloudToPerson(task, page))]),
  ];
}
