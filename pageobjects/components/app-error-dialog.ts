import { android, byId } from '../locators.ts';
import { Page } from '../page.ts';

const WAIT_ID = 'android:id/aerr_wait';
const CLOSE_ID = 'android:id/aerr_close';

/** Android says that an app does not answer, or that it has crashed (AOSP app_anr_dialog, app_error_dialog). */
export class AppErrorDialog extends Page {
  override readonly screen = 'app error dialog';
  override readonly signature = { ids: [WAIT_ID, CLOSE_ID], counts: 'first' as const };

  /** Whether the app may come to itself: one that has crashed is over. */
  async offersToWait(): Promise<boolean> {
    return this.driver.$(android(byId(WAIT_ID))).isExisting();
  }

  async wait(): Promise<void> {
    await this.driver.$(android(byId(WAIT_ID))).click();
  }

  async close(): Promise<void> {
    await this.driver.$(android(byId(CLOSE_ID))).click();
  }
}
