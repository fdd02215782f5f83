import { ACCOUNT_PACKAGE, accountIds, byId, byText, inside, scrolledTo } from './locators.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

const SIGN_OUT_IDS = accountIds('logout_btn');
const SCROLLABLE = 'new UiSelector().scrollable(true)';
const ROW_VALUE_IDS = accountIds('text_right');

/** The signed-in account's own page. */
export class AccountHome extends Page {
  override readonly screen = 'account home';
  // On a small screen the button may be below what shows.
  override readonly signature = { ids: [...SIGN_OUT_IDS, ...accountIds('pref_account_avatar')] };

  async back(): Promise<void> {
    await this.driver.back();
  }

  /** The account's name or nickname. */
  async name(): Promise<string> {
    return this.#value('pref_account_user_name', 'user_name');
  }

  /** The account's id: the digits of it. */
  async id(): Promise<string> {
    return this.#value('pref_account_user_id', 'user_id');
  }

  /** Taps the row that leads to Xiaomi Cloud. */
  async tapXiaomiCloud(): Promise<void> {
    const row = byText(strings.xiaomiCloud, ACCOUNT_PACKAGE);
    await (await this.firstOf(row, scrolledTo(SCROLLABLE, row))).click();
  }

  /** Taps the button that signs out; the app asks before it does. */
  async tapSignOut(): Promise<void> {
    const button = await this.firstOf(
      byId(...SIGN_OUT_IDS),
      scrolledTo(SCROLLABLE, byId(...SIGN_OUT_IDS)),
    );
    await button.click();
  }

  /** @param row of the current app, with its value at the end. @param view of the classic app. */
  async #value(row: string, view: string): Promise<string> {
    const shown = await this.firstOf(
      inside(byId(...accountIds(row)), byId(...ROW_VALUE_IDS)),
      byId(...accountIds(view)),
    );
    return (await shown.getText()).trim();
  }
}
