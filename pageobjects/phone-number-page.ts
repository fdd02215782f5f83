import { accountIds, android, byId, inside } from './locators.ts';
import { Page } from './page.ts';

/** Where the account app asks for the phone number. */
export class PhoneNumberPage extends Page {
  override readonly screen = 'phone number';
  override readonly signature = { ids: accountIds('get_login_type') };

  /** The calling code that is set, e.g. `+86`. */
  async countryCode(): Promise<string> {
    return (await this.#find('country_code').getText()).trim();
  }

  async openCountryList(): Promise<void> {
    await this.#find('country_code').click();
  }

  /** @param nationalNumber digits without the calling code. */
  async enterNumber(nationalNumber: string): Promise<void> {
    const field = inside(byId(...accountIds('phone')), byId(...accountIds('input')));
    await this.driver.$(android(field)).setValue(nationalNumber);
  }

  async consentGiven(): Promise<boolean> {
    return (await this.#find('user_agreement_checkbox').getAttribute('checked')) === 'true';
  }

  async giveConsent(): Promise<void> {
    await this.#find('user_agreement_checkbox').click();
  }

  async tapNext(): Promise<void> {
    await this.#find('get_login_type').click();
  }

  #find(name: string) {
    return this.driver.$(android(byId(...accountIds(name))));
  }
}
