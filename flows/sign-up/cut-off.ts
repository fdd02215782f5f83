import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { ACCOUNT_PACKAGE } from '../../pageobjects/locators.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PhoneControls } from '../../pageobjects/phone-controls.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { accountInRow } from '../account-row.ts';
import { interruptedByPhone } from '../interruptions/errors.ts';
import type { JourneyPolicy } from '../journey.ts';
import type { SignUpTask } from './task.ts';

const POLL_MS = 500;
/** An account that was made shows by then. */
const LOOKS = 6;

/** What an interrupted sign-up may do: anything until the number is submitted, nothing twice from then on. */
export function policyOf(task: SignUpTask): JourneyPolicy {
  return {
    mayStartOver: () => !task.numberSubmitted,
    assertUnderWay: async (page) => {
      // However it came there: the phone fills in codes by itself.
      if (page instanceof CloudAgreementPage) await task.record.verified();
      await assertNotCutOff(task, page);
    },
  };
}

/**
 * Settings is where a sign-up ends, and also what comes up when the system ends the account app.
 * @throws InterruptedByPhoneError when there is no account, and the app can no longer make one.
 */
async function assertNotCutOff(task: SignUpTask, page: Page): Promise<void> {
  if (!(page instanceof SettingsHome) || !task.numberSubmitted) return;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (await hasAccount(task, page)) return;
    await task.clock.sleep(POLL_MS, task.context.signal);
  }
  // Where the code was taken, a server that is slow may yet make it.
  if (task.record.isVerified && (await appIsRunning(task))) return;
  throw interruptedByPhone(task.phones.ui.serial, page.screen);
}

async function hasAccount({ record, context }: SignUpTask, page: SettingsHome): Promise<boolean> {
  const listed = await record.listed();
  if (listed === 'unlisted') return (await accountInRow(page, context)) !== undefined;
  return listed !== undefined;
}

function appIsRunning({ phones }: SignUpTask): Promise<boolean> {
  return new PhoneControls(phones.ui.driver).isRunning(ACCOUNT_PACKAGE);
}
