import { byText, scrolledTo } from './locators.ts';
import { strings } from './strings/table.ts';
import { SyncPage } from './sync-page.ts';

const PACKAGE = 'com.android.settings';

/** Settings → Accounts & sync. */
export class AccountsSyncPage extends SyncPage {
  override readonly screen = 'Accounts & sync';
  override readonly signature = { selector: byText(strings.syncData, PACKAGE) };
  protected override readonly syncRow = { titles: strings.syncData, packageName: PACKAGE };

  /** Taps the row that adds an account to the phone. */
  async tapAddAccount(): Promise<void> {
    const row = byText(strings.addAccount, PACKAGE);
    const list = 'new UiSelector().scrollable(true)';
    await (await this.firstOf(row, scrolledTo(list, row))).click();
  }

  async back(): Promise<void> {
    await this.driver.back();
  }
}
