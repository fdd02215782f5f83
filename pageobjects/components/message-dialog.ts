import { ACCOUNT_PACKAGE, accountIds, android, byId, byText } from '../locators.ts';
import { Page } from '../page.ts';
import { strings } from '../strings/table.ts';

const TEXT_IDS = [
  ...accountIds('title', 'alertTitle', 'message', 'text_view_user_info'),
  'android:id/alertTitle',
  'android:id/message',
];

/** A dialog that says something and waits for a button; a progress dialog has none. */
export class MessageDialog extends Page {
  override readonly screen = 'message dialog';
  override readonly signature = {
    ids: [...accountIds('positive'), 'android:id/button1'],
    counts: 'last' as const,
  };

  /** What the dialog says: its title, its message and what else it tells, whichever it has. */
  async texts(): Promise<string[]> {
    const texts = await this.driver.$$(android(byId(...TEXT_IDS))).map((view) => view.getText());
    return texts.filter((text) => text !== '');
  }

  /** Whether one of the buttons says “Agree”; which one it is differs between phones. */
  async asksForAgreement(): Promise<boolean> {
    return this.#agree().isExisting();
  }

  async agree(): Promise<void> {
    await this.#agree().click();
  }

  /** Closes a dialog that asks something, without an answer. */
  async cancel(): Promise<void> {
    await this.driver.$(android(byText(strings.cancel, ACCOUNT_PACKAGE))).click();
  }

  /** Whether one of the buttons says “Sign out”. */
  async asksToSignOut(): Promise<boolean> {
    return this.#signOut().isExisting();
  }

  async signOut(): Promise<void> {
    await this.#signOut().click();
  }

  /** Closes a dialog that only has something to say. */
  async close(): Promise<void> {
    await this.driver.$(android(byId(...this.signature.ids))).click();
  }

  #signOut() {
    return this.driver.$(android(byText(strings.signOut, ACCOUNT_PACKAGE)));
  }

  #agree() {
    return this.driver.$(android(byText(strings.agree, ACCOUNT_PACKAGE)));
  }
}
