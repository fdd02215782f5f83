import { accountIds, android, byId, inside, NEXT_IDS } from './locators.ts';
import { Page } from './page.ts';

const COUNTRY_CODE_IDS = accountIds(
  'country_code',
  'passport_country_code_text',
  'phone_region_iso',
);
const PASSWORD_LOGIN_IDS = accountIds('password_login', 'entry_to_account_password_login');
const CONSENT_IDS = accountIds('user_agreement_checkbox', 'cb_agree_something', 'license');

/** Where the account app asks for the phone number. */
export class PhoneNumberPage extends Page {
  override readonly screen = 'phone number';
  // Next is no sign of the classic page: that of the code has it too.
  override readonly signature = {
    ids: accountIds('get_login_type', 'ph_sign_in_btn', 'input_phone_num'),
  };

  /** The calling code that is set, e.g. `+86`. */
  async countryCode(): Promise<string> {
    return (await this.#find(COUNTRY_CODE_IDS).getText()).trim();
  }

  async openCountryList(): Promise<void> {
    await this.#find(COUNTRY_CODE_IDS).click();
  }

  /** @param nationalNumber without the calling code, spaced as it is typed. */
  async enterNumber(nationalNumber: string): Promise<void> {
    const field = await this.firstOf(
      inside(byId(...accountIds('phone')), byId(...accountIds('input'))),
      byId(...accountIds('input_phone_num', 'phone')),
    );
    await field.setValue(nationalNumber);
  }

  /** Whether the box is ticked; `undefined` where there is none: the app asks in a dialog if it has to. */
  async consentGiven(): Promise<boolean | undefined> {
    const box = this.#find(CONSENT_IDS);
    return (await box.isExisting()) ? (await box.getAttribute('checked')) === 'true' : undefined;
  }

  /** Ticks the box, or takes the tick away, where the page has one that is not so already. */
  async setConsent(given: boolean): Promise<void> {
    if ((await this.consentGiven()) === !given) await this.#find(CONSENT_IDS).click();
  }

  async tapNext(): Promise<void> {
    await this.#find(NEXT_IDS).click();
  }

  /** Goes to the page that takes a password instead. */
  async tapPasswordLogin(): Promise<void> {
    await this.#find(PASSWORD_LOGIN_IDS).click();
  }

  #find(ids: readonly string[]) {
    return this.driver.$(android(byId(...ids)));
  }
}
