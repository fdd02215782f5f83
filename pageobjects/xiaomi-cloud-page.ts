import { byText } from './locators.ts';
import { strings } from './strings/table.ts';
import { SyncPage } from './sync-page.ts';

const PACKAGE = 'com.miui.cloudservice';

/** Xiaomi Cloud's own page, where what was agreed to can be changed later. */
export class XiaomiCloudPage extends SyncPage {
  override readonly screen = 'Xiaomi Cloud';
  override readonly signature = { selector: byText(strings.cloudSync, PACKAGE) };
  protected override readonly syncRow = { titles: strings.cloudSync, packageName: PACKAGE };
}
