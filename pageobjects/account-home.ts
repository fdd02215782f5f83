import { accountIds, byId, scrolledTo } from './locators.ts';
import { Page } from './page.ts';

const SIGN_OUT_IDS = accountIds('logout_btn');
const SCROLLABLE = 'new UiSelector().scrollable(true)';

/** The signed-in account's own page. */
export class AccountHome extends Page {
  override readonly screen = 'account home';
  // On a small screen the button may be below what shows.
  override readonly signature = { ids: [...SIGN_OUT_IDS, ...accountIds('pref_account_avatar')] };

  async back(): Promise<void> {
    await this.driver.back();
  }

  /** Taps the button that signs out; the app asks before it does. */
  async tapSignOut(): Promise<void> {
    const button = await this.firstOf(
      byId(...SIGN_OUT_IDS),
      scrolledTo(SCROLLABLE, byId(...SIGN_OUT_IDS)),
    );
    await button.click();
  }
}
