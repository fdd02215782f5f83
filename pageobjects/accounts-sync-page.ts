import { byText } from './locators.ts';
import { strings } from './strings/table.ts';
import { SyncPage } from './sync-page.ts';

const PACKAGE = 'com.android.settings';

/** Settings → Accounts & sync. */
export class AccountsSyncPage extends SyncPage {
  override readonly screen = 'Accounts & sync';
  override readonly signature = { selector: byText(strings.syncData, PACKAGE) };
  protected override readonly syncRow = { titles: strings.syncData, packageName: PACKAGE };
}
