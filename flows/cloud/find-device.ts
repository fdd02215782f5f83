import type { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import type { CloudTask } from './task.ts';

/** A switch answers a tap at once. */
const POLL_MS = 200;
const LOOKS = 10;

/**
 * Switches Find device off where the agreement offers it: it would want the account's password before
 * anybody signs out, and an account that was made with a phone number has none yet. Whoever gave the
 * run a password may have it on.
 */
export async function leaveFindDeviceOff(
  { clock, context }: CloudTask,
  page: CloudAgreementPage,
): Promise<void> {
  if (context.settings.accountPassword !== undefined) return;
  if ((await page.findDeviceIsOn()) !== true) return;
  await page.tapFindDevice();
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if ((await page.findDeviceIsOn()) === false) return;
    await clock.sleep(POLL_MS, context.signal);
  }
  context.progress.emit({
    type: 'note',
    text: `${context.phone.serial} keeps Find device on: to sign out it may want the account's password.`,
  });
}
