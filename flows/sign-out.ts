import { RealHarnessClock, type HarnessClock } from '../config/clock.ts';
import type { RunContext } from '../config/run-context.ts';
import type { PhoneAccount } from '../device/accounts.ts';
import { AccountHome } from '../pageobjects/account-home.ts';
import { MessageDialog } from '../pageobjects/components/message-dialog.ts';
import { PasswordDialog } from '../pageobjects/components/password-dialog.ts';
import { SyncedDataDialog } from '../pageobjects/components/synced-data-dialog.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { PhoneNumberPage } from '../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { SimAccountPage } from '../pageobjects/sim-account-page.ts';
import { StillSignedInError } from './errors.ts';
import { Journey, stop, type Stop } from './journey.ts';
import type { UiPhone } from './phones.ts';
import { answerDialog } from './sign-out/dialogs.ts';
import { enterPassword } from './sign-out/password.ts';
import { SignOutTask, type SyncedData } from './sign-out/task.ts';

const POLL_MS = 250;
const ANSWER = 'the phone to sign out';

export interface SignOutOptions {
  /** By default it stays on the phone, which was there before the account. */
  readonly syncedData?: SyncedData;
}

/** Signs out of the Mi account in Settings → Mi Account, as a person would. */
export class SignOut {
  readonly #task: SignOutTask;

  constructor(
    phone: UiPhone,
    context: RunContext,
    { syncedData = 'keep' }: SignOutOptions = {},
    clock: HarnessClock = new RealHarnessClock(),
  ) {
    this.#task = new SignOutTask({ phone, context, syncedData }, (task) => {
      return new Journey({ ui: phone, sms: phone }, context, clock, stopsOf(task));
    });
  }

  /**
   * From Settings to the end.
   * @returns the account that was signed out; `undefined` when nobody was signed in, in which case the
   *   screen was not touched.
   * @throws HarnessError of a class that says what stopped it.
   */
  async run(): Promise<PhoneAccount | undefined> {
    const account = await this.openSettings();
    if (account !== undefined) await this.until(SettingsHome);
    return account;
  }

  /**
   * Opens Settings on a phone that somebody is signed in on.
   * @returns their account; `undefined` when nobody is, in which case the screen was not touched.
   */
  openSettings(): Promise<PhoneAccount | undefined> {
    const { journey, phone, record } = this.#task;
    return journey.guarded(async () => {
      const account = await record.listed();
      if (account === undefined) {
        record.tell('none');
        return undefined;
      }
      await journey.recorder.enter('sign-out');
      await new SettingsHome(phone.driver).open();
      return account;
    });
  }

  /**
   * Walks on, whatever screens come between, until one of class `goal` shows; that one is left
   * alone. Settings counts once the app was told to sign out, and the account has left the phone.
   * @throws HarnessError of a class that says what stopped it.
   */
  until<P extends Page>(goal: PageClass<P>): Promise<P> {
    const task = this.#task;
    return task.journey.until(goal, async (page) => {
      if (!(page instanceof SettingsHome)) return true;
      if (!task.begun) return false;
      await awaitDeparture(task, page);
      return true;
    });
  }
}

/**
 * Makes sure that the phone's account manager lists no Mi account any more.
 * @throws StillSignedInError when it still does at the end of the step's budget.
 */
async function awaitDeparture(task: SignOutTask, page: SettingsHome): Promise<void> {
  const { journey, phone, record } = task;
  await journey.recorder.enter('sign-out');
  let name = '';
  const gone = await journey.recorder.poll('the account to leave the phone', POLL_MS, async () => {
    const listed = await record.listed();
    name = listed?.name ?? '';
    return listed === undefined ? true : undefined;
  });
  if (gone === undefined) {
    throw new StillSignedInError('The sign-out went through, but the account is still there.', {
      phone: phone.serial,
      screen: page.screen,
      expected: 'no account of type com.xiaomi',
      seen: `account ${name}`,
      remedy: 'Sign out in Settings → Mi Account on the phone.',
    });
  }
  await journey.recorder.screenReady();
  record.tell('signed-out');
}

/** The screens that a sign-out can come to, in no order: that is the phone's. */
function stopsOf(task: SignOutTask): readonly Stop[] {
  const submit = (page: Page, command: () => Promise<void>, awaited = ANSWER) =>
    task.journey.submit(page, command, awaited);
  const reopenSettings = (page: Page) =>
    submit(page, () => new SettingsHome(page.driver).open(), 'Settings to open');
  return [
    stop(SettingsHome, 'sign-out', (page) =>
      submit(page, () => page.tapMiAccount(), 'the account app to open'),
    ),
    stop(AccountHome, 'sign-out', (page) => {
      task.begin();
      return submit(page, () => page.tapSignOut());
    }),
    stop(PasswordDialog, 'sign-out', (page) => enterPassword(task, page)),
    stop(SyncedDataDialog, 'sign-out', (page) =>
      submit(page, () => (task.syncedData === 'keep' ? page.keep() : page.remove())),
    ),
    stop(MessageDialog, 'sign-out', (page) => answerDialog(task, page)),
    // Where the account app does not close, it asks who wants to sign in now.
    stop(PhoneNumberPage, 'sign-out', reopenSettings),
    stop(SimAccountPage, 'sign-out', reopenSettings),
  ];
}
