import { RealHarnessClock, type HarnessClock } from '../config/clock.ts';
import { assertMaySignUp } from '../config/live.ts';
import type { RunContext } from '../config/run-context.ts';
import { alreadySignedIn, type PhoneAccount } from '../device/accounts.ts';
import { AccountHome } from '../pageobjects/account-home.ts';
import { MessageDialog } from '../pageobjects/components/message-dialog.ts';
import { CountryListPage } from '../pageobjects/country-list-page.ts';
import { ExistingAccountPage } from '../pageobjects/existing-account-page.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { PasswordPage } from '../pageobjects/password-page.ts';
import { PhoneNumberPage } from '../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../pageobjects/picture-code-page.ts';
import { SecurityCheckPage } from '../pageobjects/security-check-page.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { SimAccountPage } from '../pageobjects/sim-account-page.ts';
import { SmsCodePage } from '../pageobjects/sms-code-page.ts';
import { accountInRow, accountOnceOpen, accountOnItsPage } from './account-row.ts';
import { cloudStops } from './cloud/stops.ts';
import { AccountMissingError, UnknownScreenError } from './errors.ts';
import { Journey } from './journey.ts';
import type { Phones } from './phones.ts';
import { answerExistingAccount } from './sign-in/existing-account.ts';
import { enterPassword, leaveNumberPage } from './sign-in/password.ts';
import { SignInRecord } from './sign-in/record.ts';
import { AccountRecord } from './sign-up/account-record.ts';
import type { Aim } from './sign-up/aim.ts';
import { policyOf } from './sign-up/cut-off.ts';
import { entryStops } from './sign-up/entry.ts';
import { answerDialog, awaitSecurityCheck, skipSimAccount } from './sign-up/interruptions.ts';
import {
  chooseCountry,
  prepareNumber,
  submitAsItIs,
  withholdConsent,
} from './sign-up/phone-number.ts';
import { enterPictureCode, stepOfPicture } from './sign-up/picture-code.ts';
import { enterSmsCode } from './sign-up/sms-code.ts';
import { SignUpTask } from './sign-up/task.ts';
import { enterAccount } from './sign-up/without-texts.ts';
import { stop, type Stop } from './stop.ts';
import { hasTexts } from './without-texts.ts';

const POLL_MS = 250;
const BACK = 'Settings to come back';

/** What a sign-up ended with. */
export interface SignedUp {
  /** What the account row in Settings shows. */
  readonly shown: string;
  /**
   * What the phone's account manager lists; the phone itself masks the name. Absent where the phone can
   * only be asked through its screen.
   */
  readonly listed?: PhoneAccount | undefined;
}

/** Creates a Mi account in Settings → Mi Account, as a person would. */
export class SignUp {
  readonly #task: SignUpTask;

  /** @param aim by default a new account. */
  constructor(
    phones: Phones,
    context: RunContext,
    clock: HarnessClock = new RealHarnessClock(),
    aim: Aim = { kind: 'sign-up' },
  ) {
    const Record = aim.kind === 'sign-up' ? AccountRecord : SignInRecord;
    const record = new Record(phones.ui, context);
    this.#task = new SignUpTask(
      { phones, context, clock, record, aim },
      (task) => new Journey(phones, context, clock, stopsOf(task), policyOf(task)),
    );
  }

  /**
   * Opens Settings on a phone that nobody is signed in on.
   * @throws LiveSignupNotAllowedError, NumberNotGivenError, AlreadySignedInError before the screen is
   *   touched; where the phone lists no accounts, the latter when Settings shows one.
   * @returns Settings, for `instead`: the account app has other ways in than its row.
   */
  async openSettings(): Promise<Page> {
    return this.#recorded(async () => {
      const { aim, context, journey, phones, record } = this.#task;
      const { ui } = phones;
      const makesNone = aim.kind === 'sign-in' && aim.password !== undefined;
      if (!makesNone) assertMaySignUp(context.phone, context.settings);
      await journey.recorder.enter('settings');
      const listed = await record.listed();
      if (listed !== undefined && listed !== 'unlisted') this.#refuse(`account ${listed.name}`);
      const settings = new SettingsHome(ui.driver);
      await settings.open();
      // In a language without texts the account's own page tells, once it is opened.
      if (listed === 'unlisted' && hasTexts(context)) {
        const shown = await accountOnceOpen(settings, journey, context);
        if (shown !== undefined) this.#refuse(`account ${shown} in Settings`);
      }
      record.tell('none');
      return journey.begin();
    });
  }

  /**
   * Walks on, whatever screens come between, until one of class `goal` shows; that one is left
   * alone. Settings counts from the time the number has been submitted.
   * @throws HarnessError of a class that says what stopped it.
   */
  until<P extends Page>(goal: PageClass<P>): Promise<P> {
    const { journey } = this.#task;
    return this.#recorded(() =>
      journey.until(goal, (page) => !(page instanceof SettingsHome) || this.#task.numberSubmitted),
    );
  }

  /**
   * Does something else on the screen at which `until` stopped than the flow would do there, and waits
   * for the screen that it leads to, from which the next `until` goes on.
   * @param command of the page object's.
   * @param awaited to follow “waiting for”.
   * @throws HarnessError of a class that says what the app answered instead.
   */
  instead(page: Page, command: () => Promise<void>, awaited: string): Promise<Page> {
    return this.#recorded(() => this.#task.journey.instead(page, command, awaited));
  }

  /** Does all on the page for the phone number that `until` would: country, number, consent; but not Next. */
  fillInNumber(page: PhoneNumberPage): Promise<void> {
    return this.#recorded(() => prepareNumber(this.#task, page));
  }

  /**
   * Taps Next on the page for the phone number, whatever a spec has changed there.
   * @returns the screen that it leads to; the page itself when the app says no more than that consent is
   *   missing.
   * @throws HarnessError of a class that says why the number was refused.
   */
  submitNumber(page: PhoneNumberPage): Promise<Page> {
    return this.#recorded(() => submitAsItIs(this.#task, page));
  }

  /**
   * Withholds the consent that `submitNumber` was asked for.
   * @param asked what it led to.
   * @returns the page for the phone number.
   */
  withholdConsent(asked: Page): Promise<Page> {
    return this.#recorded(() => withholdConsent(this.#task, asked));
  }

  /**
   * The account, as the row in Settings and the phone's account manager show it.
   * @throws AccountMissingError when they do not both show it within the step's budget.
   */
  account(): Promise<SignedUp> {
    return this.#recorded(async () => {
      const { aim, context, phones, record } = this.#task;
      const { ui } = phones;
      const { recorder, screens } = this.#task.journey;
      const settings = new SettingsHome(ui.driver);
      await recorder.enter('account');
      const byRow = hasTexts(context);
      if (!byRow) await settings.openMiAccount();
      let seen = '';
      const account = await recorder.poll('the account to show in Settings', POLL_MS, async () => {
        if (!(await screens.current())) return undefined;
        const shown = await (byRow
          ? accountInRow(settings, context)
          : accountOnItsPage(this.#task.journey, context));
        const listed = await record.listed();
        const isUnlisted = listed === 'unlisted';
        seen = `row: ${shown ?? 'empty'}; account manager: ${isUnlisted ? 'not asked' : (listed?.name ?? 'none')}`;
        if (!shown || listed === undefined) return undefined;
        return { shown, listed: isUnlisted ? undefined : listed };
      });
      if (!account) {
        throw new AccountMissingError(
          `The ${aim.kind} went through, but the account is not there.`,
          {
            phone: ui.serial,
            screen: settings.screen,
            expected:
              'the account in its row, and an account of type com.xiaomi in the account manager',
            seen,
            remedy: 'Look at the account in Settings on the phone.',
          },
        );
      }
      await recorder.screenReady();
      if (!byRow) await new AccountHome(ui.driver).back();
      await recorder.end('passed');
      await record.created(account.shown);
      return account;
    });
  }

  #refuse(seen: string): never {
    const { phones, record } = this.#task;
    record.tell('signed-in');
    throw alreadySignedIn(phones.ui.serial, seen);
  }

  /** Runs a part of the sign-up; a failure after the number was submitted goes into the ledger. */
  async #recorded<T>(part: () => Promise<T>): Promise<T> {
    const { journey, record } = this.#task;
    try {
      return await journey.guarded(part);
    } catch (error) {
      if (this.#task.numberSubmitted) await record.failed(error);
      throw error;
    }
  }
}

/** The screens that a sign-up can come to, in no order: that is the phone's. */
function stopsOf(task: SignUpTask): readonly Stop[] {
  const submit = (page: Page, command: () => Promise<void>, awaited: string) =>
    task.journey.submit(page, command, awaited);
  return [
    stop(
      SettingsHome,
      () => (task.numberSubmitted ? 'account' : 'settings'),
      (page) =>
        task.numberSubmitted
          ? endedEarly(task, page)
          : submit(page, () => enterAccount(task, page), 'the account app to open'),
    ),
    ...entryStops(task),
    stop(SimAccountPage, 'phone-number', (page) => skipSimAccount(task, page)),
    stop(PhoneNumberPage, 'phone-number', (page) => leaveNumberPage(task, page)),
    stop(PasswordPage, 'phone-number', (page) => enterPassword(task, page)),
    stop(CountryListPage, 'phone-number', (page) => chooseCountry(task, page)),
    stop(SmsCodePage, 'sms-code', (page) => enterSmsCode(task, page)),
    stop(
      PictureCodePage,
      () => stepOfPicture(task),
      (page) => enterPictureCode(task, page),
    ),
    stop(SecurityCheckPage, undefined, (page) => awaitSecurityCheck(task, page)),
    stop(ExistingAccountPage, undefined, (page) => answerExistingAccount(task, page)),
    stop(MessageDialog, undefined, (page) => answerDialog(task, page)),
    ...cloudStops(task),
    stop(AccountHome, undefined, (page) => leaveAccount(task, page)),
  ];
}

/** Before a number was submitted it is the account of somebody who is signed in already. */
async function leaveAccount(task: SignUpTask, page: AccountHome): Promise<Page> {
  const { journey, phones, record } = task;
  if (task.numberSubmitted) return journey.submit(page, () => page.back(), BACK);
  record.tell('signed-in');
  throw alreadySignedIn(phones.ui.serial, 'the page of an account');
}

/** Going on would open the account that has just been made. */
function endedEarly({ aim, phones }: SignUpTask, page: SettingsHome): Promise<never> {
  return Promise.reject(
    new UnknownScreenError(`The ${aim.kind} ended before the screen that was to come.`, {
      phone: phones.ui.serial,
      screen: page.screen,
      expected: 'the screen that the spec waits for',
      seen: 'Settings again',
      remedy: 'Look at the steps in the report: this phone may not show that screen.',
    }),
  );
}
