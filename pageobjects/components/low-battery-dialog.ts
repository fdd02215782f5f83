import { android, byId } from '../locators.ts';
import { Page } from '../page.ts';

/** On a phone that Xiaomi made the negative button is OK; the positive one saves power. */
const OK_ID = 'android:id/button2';

/** System UI says that the battery is low. */
export class LowBatteryDialog extends Page {
  override readonly screen = 'low battery dialog';
  override readonly signature = {
    // Inferred: the dialog's own layout is not known.
    ids: ['com.android.systemui:id/alertTitle', 'com.android.systemui:id/battery_level'],
    counts: 'first' as const,
  };

  /** Closes it; nothing is switched on. */
  async dismiss(): Promise<void> {
    await this.driver.$(android(byId(OK_ID))).click();
  }
}
