import { RealHarnessClock, type HarnessClock } from '../config/clock.ts';
import type { RunContext } from '../config/run-context.ts';
import { AccountHome } from '../pageobjects/account-home.ts';
import { MessageDialog } from '../pageobjects/components/message-dialog.ts';
import { PasswordDialog } from '../pageobjects/components/password-dialog.ts';
import { SyncedDataDialog } from '../pageobjects/components/synced-data-dialog.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { PhoneNumberPage } from '../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { SimAccountPage } from '../pageobjects/sim-account-page.ts';
import { accountInRow, accountOnceOpen } from './account-row.ts';
import { StillSignedInError } from './errors.ts';
import { Journey } from './journey.ts';
import type { UiPhone } from './phones.ts';
import { answerDialog } from './sign-out/dialogs.ts';
import { enterPassword } from './sign-out/password.ts';
import { SignOutTask, type SyncedData } from './sign-out/task.ts';
import { stop, type Stop } from './stop.ts';
import { hasTexts } from './without-texts.ts';

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
      const mayStartOver = () => !task.begun;
      return new Journey({ ui: phone, sms: phone }, context, clock, stopsOf(task), {
        mayStartOver,
      });
    });
  }

  /**
   * From Settings to the end.
   * @returns whether somebody was signed in.
   * @throws HarnessError of a class that says what stopped it.
   */
  async run(): Promise<boolean> {
    const isSignedIn = await this.openSettings();
    if (isSignedIn) await this.until(SettingsHome);
    return isSignedIn;
  }

  /**
   * Opens Settings, unless the phone lists its accounts and has no Mi account among them.
   * @returns whether somebody is signed in.
   */
  openSettings(): Promise<boolean> {
    const { context, journey, phone, record } = this.#task;
    return journey.guarded(async () => {
      const listed = await record.listed();
      const settings = new SettingsHome(phone.driver);
      if (listed === undefined) return false;
      await journey.recorder.enter('sign-out');
      await settings.open();
      if (listed !== 'unlisted' || !hasTexts(context)) return true;
      if ((await accountOnceOpen(settings, journey, context)) !== undefined) return true;
      await journey.recorder.end('passed');
      return false;
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

  /**
   * Does something else on the screen at which `until` stopped than the flow would do there, and waits
   * for the screen that it leads to, from which the next `until` goes on.
   * @param command of the page object's.
   * @param awaited to follow “waiting for”.
   * @throws HarnessError of a class that says what the app answered instead.
   */
  instead(page: Page, command: () => Promise<void>, awaited: string): Promise<Page> {
    return this.#task.journey.instead(page, command, awaited);
  }
}

/**
 * Makes sure that the account has left the phone: by its account manager, or where that cannot be
 * asked, by the row in Settings.
 * @throws StillSignedInError when it is still there at the end of the step's budget.
 */
async function awaitDeparture(task: SignOutTask, page: SettingsHome): Promise<void> {
  const { context, journey, phone, record } = task;
  await journey.recorder.enter('sign-out');
  let seen: string | undefined;
  const gone = await journey.recorder.poll('the account to leave the phone', POLL_MS, async () => {
    if (!(await journey.screens.current())) return undefined;
    const listed = await record.listed();
    seen = listed === 'unlisted' ? await accountInRow(page, context) : listed?.name;
    return seen === undefined ? true : undefined;
  });
  if (gone === undefined) {
    throw new StillSignedInError('The sign-out went through, but the account is still there.', {
      phone: phone.serial,
      screen: page.screen,
      expected: 'no account of type com.xiaomi',
      seen: `account ${String(seen)}`,
      remedy: 'Sign out in Settings → Mi Account on the phone.',
    });
  }
  await journey.recorder.screenReady();
  await record.signedOut(task.account);
}

/** What the row shows may be somebody's name: it is masked before the page that shows it, too. */
async function openAccount(task: SignOutTask, page: SettingsHome): Promise<Page> {
  const byRow = hasTexts(task.context);
  if (byRow) task.account = await accountInRow(page, task.context);
  const open = () => (byRow ? page.tapMiAccount() : page.openMiAccount());
  return task.journey.submit(page, open, 'the account app to open');
}

/** The screens that a sign-out can come to, in no order: that is the phone's. */
function stopsOf(task: SignOutTask): readonly Stop[] {
  const submit = (page: Page, command: () => Promise<void>, awaited = ANSWER) =>
    task.journey.submit(page, command, awaited);
  const reopenSettings = (page: Page) =>
    submit(page, () => new SettingsHome(page.driver).open(), 'Settings to open');
  return [
    stop(SettingsHome, 'sign-out', (page) => openAccount(task, page)),
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
