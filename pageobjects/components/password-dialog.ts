import { ACCOUNT_PACKAGE, android } from '../locators.ts';
import { Page } from '../page.ts';

const FIELD = `new UiSelector().packageName("${ACCOUNT_PACKAGE}").className("android.widget.EditText")`;
const POSITIVE = 'new UiSelector().resourceId("android:id/button1")';
const POSITIVE_OF_APP = `new UiSelector().resourceId("${ACCOUNT_PACKAGE}:id/positive")`;

/**
 * Asks for the account's password before Find device lets go of the phone. Neither ids nor wording are
 * known: it is the only page of the account app with a text field that a sign-out comes to.
 */
export class PasswordDialog extends Page {
  override readonly screen = 'password of the account';
  override readonly signature = { selector: FIELD };

  /** Whether the field hides what is typed; one that does not asks for something else. */
  async asksForPassword(): Promise<boolean> {
    return (await this.#field().getAttribute('password')) === 'true';
  }

  /** Puts the password into the field: the secure keyboard that opens there takes no keys from outside. */
  async enterPassword(password: string): Promise<void> {
    await this.#field().setValue(password);
  }

  async confirm(): Promise<void> {
    const button = await this.firstOf(POSITIVE_OF_APP, POSITIVE);
    await button.click();
  }

  #field() {
    return this.driver.$(android(FIELD));
  }
}
