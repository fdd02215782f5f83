import { AppErrorDialog } from '../../pageobjects/components/app-error-dialog.ts';
import { IncomingCall } from '../../pageobjects/components/incoming-call.ts';
import { InstallPrompt } from '../../pageobjects/components/install-prompt.ts';
import { LowBatteryDialog } from '../../pageobjects/components/low-battery-dialog.ts';
import { PermissionDialog } from '../../pageobjects/components/permission-dialog.ts';
import { UpdatePrompt } from '../../pageobjects/components/update-prompt.ts';
import type { Page, PageClass } from '../../pageobjects/page.ts';

/** What may come over any screen of any flow, and what a person in a hurry does about it. */
interface DialogHandler<P extends Page = Page> {
  readonly page: PageClass<P>;
  /** @returns what came and what was done about it, for people. */
  readonly deal: (page: P) => Promise<string>;
}

function handler<P extends Page>(page: PageClass<P>, deal: DialogHandler<P>['deal']) {
  return { page, deal } as unknown as DialogHandler;
}

/** What Appium installs on a phone, by package or as the phone calls it. */
const APPIUMS = /\bio\.appium\.|\bappium\b/i;

/**
 * Known dialogs. Each takes the answer that changes least on the phone: no call is taken, nothing is
 * allowed, updated or switched on. What Appium installs for itself is the exception: no session without it.
 */
export const DIALOG_HANDLERS: readonly DialogHandler[] = [
  handler(IncomingCall, async (call) => {
    await call.decline();
    return 'An incoming call was declined.';
  }),
  handler(LowBatteryDialog, async (dialog) => {
    await dialog.dismiss();
    return 'The phone says that its battery is low: dismissed. Charge it, or the run ends with it.';
  }),
  handler(PermissionDialog, async (dialog) => {
    const question = await dialog.question();
    await dialog.deny();
    return `A permission was asked for and denied: “${question}”`;
  }),
  handler(AppErrorDialog, async (dialog) => {
    if (await dialog.offersToWait()) {
      await dialog.wait();
      return 'The phone says that an app does not respond: it was given more time.';
    }
    await dialog.close();
    return 'The phone says that an app has stopped: closed.';
  }),
  handler(UpdatePrompt, async (prompt) => {
    await prompt.notNow();
    return 'An update was offered and put off.';
  }),
  handler(InstallPrompt, async (prompt) => {
    const message = await prompt.message();
    if (APPIUMS.test(message)) {
      await prompt.install();
      return "The installation of Appium's helper over USB was allowed.";
    }
    await prompt.deny();
    return `An installation over USB was denied: “${message}”`;
  }),
];

/** Who deals with a screen, if it is one of those dialogs. */
export function handlerFor(page: Page): DialogHandler | undefined {
  return DIALOG_HANDLERS.find((candidate) => page instanceof candidate.page);
}
