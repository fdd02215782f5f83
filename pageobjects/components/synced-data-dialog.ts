import { android, byText } from '../locators.ts';
import { Page } from '../page.ts';
import { strings } from '../strings/table.ts';

/** Asks, when signing out, whether what was synced stays on the phone. */
export class SyncedDataDialog extends Page {
  override readonly screen = 'what becomes of the synced data';
  // By text, since on one known phone button1 is the negative button, and on others the positive one.
  override readonly signature = { selector: byText(strings.keepSyncedData) };

  async keep(): Promise<void> {
    await this.driver.$(android(byText(strings.keepSyncedData))).click();
  }

  async remove(): Promise<void> {
    await this.driver.$(android(byText(strings.removeSyncedData))).click();
  }
}
