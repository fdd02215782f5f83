import { accountIds, android, byId } from './locators.ts';
import { Page } from './page.ts';

/** The answers of the classic app's page, then those of the current app's dialog. */
const YES_IDS = accountIds('btn_login_account', 'positive');
const NO_IDS = accountIds('btn_reg_account', 'negative');

/** Where the app asks whose account a number is that has one: a page, or a dialog. */
export class ExistingAccountPage extends Page {
  override readonly screen = 'existing account';
  override readonly signature = {
    ids: accountIds('recycle_prompt', 'text_view_user_info'),
  };

  /** The element that tells it: the question, or whose account it is. */
  async says(): Promise<string> {
    return this.driver.$(android(byId(...this.signature.ids))).getText();
  }

  /** The account is the person's own: signs in to it. */
  async yes(): Promise<void> {
    await this.driver.$(android(byId(...YES_IDS))).click();
  }

  /** It is somebody else's: makes another one. */
  async no(): Promise<void> {
    await this.driver.$(android(byId(...NO_IDS))).click();
  }
}
