import { RealHarnessClock, type HarnessClock } from '../config/clock.ts';
import { assertMaySignUp } from '../config/live.ts';
import { splitNumber } from '../config/phone-number.ts';
import type { RunContext } from '../config/run-context.ts';
import type { CallOptions } from '../device/adb.ts';
import { listAccounts, type PhoneAccount } from '../device/accounts.ts';
import { measurePhoneClock } from '../device/clock.ts';
import { Ledger } from '../device/ledger.ts';
import { AccountHome } from '../pageobjects/account-home.ts';
import { CloudAgreementPage } from '../pageobjects/cloud-agreement-page.ts';
import { MessageDialog } from '../pageobjects/components/message-dialog.ts';
import { CountryListPage } from '../pageobjects/country-list-page.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { PhoneNumberPage } from '../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../pageobjects/picture-code-page.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { SmsCodePage } from '../pageobjects/sms-code-page.ts';
import { AccountMissingError, AlreadySignedInError, UnknownScreenError } from './errors.ts';
import { Journey, stop } from './journey.ts';
import type { Phones } from './phones.ts';
import { answerPictureCode } from './picture-code.ts';
import { messageOf } from './server-messages.ts';
import { awaitSmsCode } from './sms-code.ts';

/** How Android's account manager calls a Mi account. */
const ACCOUNT_TYPE = 'com.xiaomi';
const POLL_MS = 250;
/** A phone that is there answers in a tenth of a second. */
const ACCOUNT_CHECK_MS = 5_000;

/** What a sign-up ended with. */
export interface SignedUp {
  /** What the account row in Settings shows. */
  readonly shown: string;
  /** What the phone's account manager lists; the phone itself masks the name. */
  readonly listed: PhoneAccount;
}

/** Creates a Mi account in Settings → Mi Account, as a person would. */
export class SignUp {
  readonly #phones: Phones;
  readonly #context: RunContext;
  readonly #clock: HarnessClock;
  readonly #journey: Journey;
  readonly #ledger: Ledger;
  readonly #usedCodes = new Set<string>();
  /** The phone's time just before the code was asked for; older messages do not count. */
  #requestedAtMs = 0;
  #numberSubmitted = false;

  constructor(phones: Phones, context: RunContext, clock: HarnessClock = new RealHarnessClock()) {
    this.#phones = phones;
    this.#context = context;
    this.#clock = clock;
    this.#ledger = new Ledger(context.settings.stateDir);
    this.#journey = new Journey(phones, context, clock, [
      stop(
        SettingsHome,
        () => (this.#numberSubmitted ? 'account' : 'settings'),
        (page) => (this.#numberSubmitted ? this.#endedEarly(page) : this.#openAccount(page)),
      ),
      stop(PhoneNumberPage, 'phone-number', (page) => this.#enterNumber(page)),
      stop(CountryListPage, 'phone-number', (page) => this.#chooseCountry(page)),
      stop(SmsCodePage, 'sms-code', (page) => this.#enterSmsCode(page)),
      stop(PictureCodePage, 'picture-code', (page) =>
        answerPictureCode({ page, journey: this.#journey, context }),
      ),
      stop(MessageDialog, undefined, (page) => this.#answerDialog(page)),
      stop(CloudAgreementPage, 'cloud-agreement', (page) =>
        this.#journey.submit(page, () => page.agree(), 'Settings to come back'),
      ),
      stop(AccountHome, undefined, (page) =>
        this.#journey.submit(page, () => page.back(), 'Settings to come back'),
      ),
    ]);
  }

  /**
   * Opens Settings on a phone that nobody is signed in on.
   * @throws LiveSignupNotAllowedError, AlreadySignedInError before the screen is touched.
   */
  async openSettings(): Promise<void> {
    await this.#recorded(async () => {
      const { ui } = this.#phones;
      assertMaySignUp(this.#context.phone, this.#context.settings);
      await this.#journey.recorder.enter('settings');
      const account = await this.#listedAccount();
      if (account) {
        this.#emitAccount('signed-in');
        throw new AlreadySignedInError('A Mi account is signed in on this phone already.', {
          phone: ui.serial,
          expected: 'no account of type com.xiaomi',
          seen: `account ${account.name}`,
          remedy: 'Sign out in Settings → Xiaomi Account, then run again.',
        });
      }
      this.#emitAccount('none');
      await new SettingsHome(ui.driver).open();
    });
  }

  /**
   * Walks on, whatever screens come between, until one of class `goal` shows; that one is left
   * alone. Settings counts from the time the number has been submitted.
   * @throws HarnessError of a class that says what stopped it.
   */
  until<P extends Page>(goal: PageClass<P>): Promise<P> {
    return this.#recorded(() =>
      this.#journey.until(goal, (page) => !(page instanceof SettingsHome) || this.#numberSubmitted),
    );
  }

  /**
   * The new account, as the row in Settings and the phone's account manager show it.
   * @throws AccountMissingError when they do not both show it within the step's budget.
   */
  account(): Promise<SignedUp> {
    return this.#recorded(async () => {
      const { ui } = this.#phones;
      const { recorder } = this.#journey;
      const settings = new SettingsHome(ui.driver);
      await recorder.enter('account');
      let seen = '';
      const account = await recorder.poll('the account to show in Settings', POLL_MS, async () => {
        const shown = await settings.accountShown();
        if (shown) {
          this.#context.progress.emit({ type: 'secret', kind: 'account-id', value: shown });
        }
        const listed = await this.#listedAccount();
        seen = `row: ${shown ?? 'empty'}; dumpsys account: ${listed?.name ?? 'none'}`;
        return shown && listed ? { shown, listed } : undefined;
      });
      if (!account) {
        throw new AccountMissingError('The sign-up went through, but the account is not there.', {
          phone: ui.serial,
          screen: settings.screen,
          expected: 'the account in its row, and an account of type com.xiaomi over adb',
          seen,
          remedy: 'Look at the account in Settings on the phone.',
        });
      }
      this.#emitAccount('created');
      await recorder.screenReady();
      await recorder.end('passed');
      await this.#ledger.recordOutcome({ ...this.#ledgerEntry(), outcome: 'created' });
      return account;
    });
  }

  #openAccount(page: SettingsHome): Promise<Page> {
    return this.#journey.submit(page, () => page.tapMiAccount(), 'the account app to open');
  }

  /** Going on would open the account that has just been made. */
  #endedEarly(page: SettingsHome): Promise<never> {
    return Promise.reject(
      new UnknownScreenError('The sign-up ended before the screen that was to come.', {
        phone: this.#phones.ui.serial,
        screen: page.screen,
        expected: 'the screen that the spec waits for',
        seen: 'Settings again',
        remedy: 'Look at the steps in the report: this phone may not show that screen.',
      }),
    );
  }

  async #enterNumber(page: PhoneNumberPage): Promise<Page> {
    const { callingCode, national } = splitNumber(this.#context.settings.phoneNumber);
    if ((await page.countryCode()) !== callingCode) {
      await page.openCountryList();
      return this.#journey.next(page, 'the list of countries');
    }
    await page.enterNumber(national);
    if (!(await page.consentGiven())) await page.giveConsent();
    const { phone, settings, signal } = this.#context;
    const phoneClock = await measurePhoneClock(this.#phones.sms.adb, this.#clock, signal);
    this.#requestedAtMs = phoneClock.earliestAt(this.#clock.now());
    // Nothing but the picture and the tap may come between these and Next: on a live phone an intent
    // uses the number up.
    assertMaySignUp(phone, settings);
    await this.#ledger.recordIntent(this.#ledgerEntry());
    this.#numberSubmitted = true;
    // From here on Settings is where the journey ends, not where it began.
    this.#journey.screens.reopen(SettingsHome);
    return this.#journey.submit(page, () => page.tapNext(), 'the server to take the number');
  }

  async #chooseCountry(page: CountryListPage): Promise<Page> {
    const { callingCode } = splitNumber(this.#context.settings.phoneNumber);
    this.#journey.recorder.waiting(`${callingCode} to come up in the list of countries`);
    await page.choose(callingCode);
    const back = await this.#journey.backTo(PhoneNumberPage, page, 'the phone number page');
    const set = await back.countryCode();
    if (set === callingCode) return back;
    throw new UnknownScreenError('The country code cannot be set.', {
      phone: this.#phones.ui.serial,
      screen: back.screen,
      expected: callingCode,
      seen: set,
      remedy: 'Set the country code on the phone by hand, then run again.',
    });
  }

  async #enterSmsCode(page: SmsCodePage): Promise<Page> {
    // Taken before the SMS is awaited: once it is there, nothing may come between reading its code
    // and typing it, or the phone fills it in meanwhile.
    await this.#journey.recorder.screenReady();
    const code = await awaitSmsCode({
      page,
      journey: this.#journey,
      context: this.#context,
      adb: this.#phones.sms.adb,
      clock: this.#clock,
      sinceMs: this.#requestedAtMs,
      used: this.#usedCodes,
    });
    // The phone may fill the code in by itself; what counts is then the next screen.
    if (code !== undefined) await this.#typeCode(page, code);
    return this.#journey.next(page, 'the server to take the SMS code');
  }

  async #typeCode(page: SmsCodePage, code: string): Promise<void> {
    try {
      await page.typeCode(code);
    } catch (error) {
      // In this very moment the phone may have filled it in and gone on.
      if (await this.#journey.screens.shows(page, 'the page for the SMS code')) throw error;
    }
  }

  async #answerDialog(dialog: MessageDialog): Promise<Page> {
    const texts = await dialog.texts();
    for (const text of texts) {
      const message = messageOf(text);
      if (message) throw this.#journey.errorFor(message, dialog);
    }
    if (!(await dialog.asksForAgreement())) {
      throw this.#journey.unknown(dialog, `“${texts.join(' – ')}”`);
    }
    return this.#journey.submit(dialog, () => dialog.agree(), 'the server to take the number');
  }

  /** Runs a part of the sign-up; a failure after the number was submitted goes into the ledger. */
  async #recorded<T>(part: () => Promise<T>): Promise<T> {
    try {
      return await this.#journey.guarded(part);
    } catch (error) {
      if (this.#numberSubmitted) await this.#recordFailure();
      throw error;
    }
  }

  /** What stopped the sign-up may have come after the account: the phone knows. */
  async #recordFailure(): Promise<void> {
    // Not the run's own signal: an interrupted run wants to know too.
    const listed = await this.#tried(() => this.#listedAccount({ timeoutMs: ACCOUNT_CHECK_MS }));
    if (listed) {
      this.#emitAccount('created');
      this.#note(`The account exists nevertheless: the phone lists ${listed.name}.`);
    }
    const outcome = listed ? 'created' : 'failed';
    await this.#tried(() => this.#ledger.recordOutcome({ ...this.#ledgerEntry(), outcome }));
  }

  /** What stopped the sign-up matters more than a failure to look into it, which is only noted. */
  async #tried<T>(part: () => Promise<T>): Promise<T | undefined> {
    try {
      return await part();
    } catch (error) {
      this.#note(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #note(text: string): void {
    this.#context.progress.emit({ type: 'note', text });
  }

  async #listedAccount(
    call: CallOptions = { signal: this.#context.signal },
  ): Promise<PhoneAccount | undefined> {
    const accounts = await listAccounts(this.#phones.ui.adb, call);
    return accounts.find(({ type }) => type === ACCOUNT_TYPE);
  }

  #ledgerEntry() {
    const { runId, settings, phone } = this.#context;
    return {
      number: settings.phoneNumber,
      serial: phone.serial,
      environment: phone.environment,
      runId,
    };
  }

  #emitAccount(account: 'created' | 'signed-in' | 'none'): void {
    this.#context.progress.emit({ type: 'account', serial: this.#phones.ui.serial, account });
  }
}
