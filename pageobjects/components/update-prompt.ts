import { android, byId } from '../locators.ts';
import { Page } from '../page.ts';

/** The updater of the system, and Xiaomi's app stores: for China, and for everywhere else. */
const PACKAGES = [
  'com.android.updater',
  'com.xiaomi.market',
  'com.xiaomi.mipicks',
  'com.xiaomi.discover',
];
const LATER_ID = 'android:id/button2';

/** The phone wants to update its system or an app. */
export class UpdatePrompt extends Page {
  override readonly screen = 'update prompt';
  override readonly signature = {
    ids: PACKAGES.map((packageName) => `${packageName}:id/alertTitle`),
    counts: 'first' as const,
  };

  async notNow(): Promise<void> {
    await this.driver.$(android(byId(LATER_ID))).click();
  }
}
