import { accountIds } from './locators.ts';
import { Page } from './page.ts';

/** The signed-in account's own page. */
export class AccountHome extends Page {
  override readonly screen = 'account home';
  override readonly signature = { ids: accountIds('logout_btn') };

  async back(): Promise<void> {
    await this.driver.back();
  }
}
