import { accountIds, android, byId } from './locators.ts';
import { Page } from './page.ts';

/**
 * Where the app wants to know whose account a number is that has one: the classic app's question, and
 * the password form of either generation. The current app's question is a message dialog.
 */
export class ExistingAccountPage extends Page {
  override readonly screen = 'existing account';
  override readonly signature = {
    ids: accountIds('recycle_prompt', 'find_password', 'forgot_pwd'),
  };

  /** The control that tells it: the question, or the link for a forgotten password. */
  async says(): Promise<string> {
    return this.driver.$(android(byId(...this.signature.ids))).getText();
  }
}
