import { android, byId, byText, scrolledDownTo } from './locators.ts';
import { openActivity } from './open-activity.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

const PACKAGE = 'com.android.settings';
/** The second on MIUI up to version 10. */
const LIST_IDS = ['com.android.settings:id/scroll_headers', 'android:id/list'];
const ROW_TITLE_ID = 'android:id/title';
const ROW_SUMMARY_ID = 'android:id/summary';
const ROW_VALUE_ID = 'com.android.settings:id/text_right';

/** Settings, as it opens; the account row leads on. */
export class SettingsHome extends Page {
  override readonly screen = 'Settings';
  override readonly signature = { ids: LIST_IDS, packageName: PACKAGE };

  /** Opens Settings on its home page. */
  async open(): Promise<void> {
    await openActivity(this.driver, { action: 'android.settings.SETTINGS' });
  }

  /**
   * Opens what the account row opens, in a language in which the row is not known by its text: the row
   * fires the same intent.
   */
  async openMiAccount(): Promise<void> {
    await this.driver.execute('mobile: startActivity', {
      action: 'android.settings.XIAOMI_ACCOUNT_SYNC_SETTINGS',
      wait: true,
    });
  }

  /** Scrolls to the account row and taps it, whether somebody is signed in or not. */
  async tapMiAccount(): Promise<void> {
    const row = await this.#accountRow();
    await row.click();
  }

  /** Scrolls to Accounts & sync and taps it. */
  async tapAccountsAndSync(): Promise<void> {
    const row = await this.#row(byText(strings.accountsAndSync));
    await row.click();
  }

  /**
   * What the account row shows of the account that is signed in, `undefined` when nobody is.
   *
   * A phone for China has the name as the row's title, over a summary of its own. Any other has the
   * name or id at the right end of a row whose title stays the same; where MIUI 10 has it is not
   * known, so what such a row says below its title is taken too.
   */
  async accountShown(): Promise<string | undefined> {
    const { accountRow, accountRowSignedIn } = strings;
    const row = await this.#accountRow();
    if (!(await row.isExisting())) return undefined;
    for (const selector of [
      `${byText(accountRow)}.fromParent(${byId(ROW_VALUE_ID)})`,
      `${byText(accountRow)}.fromParent(${byId(ROW_SUMMARY_ID)})`,
      `${byText(accountRowSignedIn)}.fromParent(${byId(ROW_TITLE_ID)})`,
    ]) {
      const shown = this.driver.$(android(selector));
      const text = (await shown.isExisting()) ? await shown.getText() : '';
      if (text !== '') return text;
    }
    return undefined;
  }

  #accountRow() {
    const { accountRow, signInRow, accountRowSignedIn } = strings;
    return this.#row(byText([...accountRow, ...signInRow, ...accountRowSignedIn]));
  }

  /** Settings open at the top of their list. */
  #row(selector: string) {
    return this.firstOf(selector, scrolledDownTo(byId(...LIST_IDS), selector));
  }
}
