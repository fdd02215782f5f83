import { android, anyOf, byText } from './locators.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

const PACKAGE = 'com.android.settings';
/** The page's title: the framework's up to MIUI 12; the row that leads here says the same. */
const TITLE = 'new UiSelector().resourceIdMatches(".*:id/action_bar_title(?:_expand)?")';

/** Settings → Accounts & sync → Add account: which kinds of accounts the phone can have. */
export class AddAccountPage extends Page {
  override readonly screen = 'Add account';
  override readonly signature = {
    selector: `${TITLE}.textMatches("${anyOf(strings.addAccount)}")`,
  };

  /** Opens it over whatever shows, without a way through Settings (Settings.ACTION_ADD_ACCOUNT). */
  async open(): Promise<void> {
    await this.driver.execute('mobile: startActivity', {
      action: 'android.settings.ADD_ACCOUNT_SETTINGS',
      wait: true,
    });
  }

  async tapXiaomiAccount(): Promise<void> {
    await this.driver.$(android(byText(strings.accountRow, PACKAGE))).click();
  }

  async back(): Promise<void> {
    await this.driver.back();
  }
}
