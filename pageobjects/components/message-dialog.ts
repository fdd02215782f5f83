import { accountIds, android, byId, byText } from '../locators.ts';
import { Page } from '../page.ts';
import { strings } from '../strings/table.ts';

/** A dialog that says something and waits for a button; a progress dialog has none. */
export class MessageDialog extends Page {
  override readonly screen = 'message dialog';
  override readonly signature = {
    ids: [...accountIds('positive'), 'android:id/button1'],
    generic: true,
  };

  async message(): Promise<string> {
    const ids = [...accountIds('message'), 'android:id/message'];
    return this.driver.$(android(byId(...ids))).getText();
  }

  /** Whether one of the buttons says “Agree”; which one it is differs between phones. */
  async asksForAgreement(): Promise<boolean> {
    return this.#agree().isExisting();
  }

  async agree(): Promise<void> {
    await this.#agree().click();
  }

  #agree() {
    return this.driver.$(android(byText(strings.agree)));
  }
}
