import { android, byText } from './locators.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

const PACKAGE = 'com.android.systemui';

/** The notifications, pulled down over whatever shows. */
export class NotificationShade extends Page {
  override readonly screen = 'notification shade';
  override readonly signature = { ids: [`${PACKAGE}:id/notification_panel`] };

  async open(): Promise<void> {
    await this.driver.openNotifications();
  }

  /** Taps the notification in which the account app asks to sign in. */
  async tapSignIn(): Promise<void> {
    await this.driver.$(android(byText(strings.signInNotification, PACKAGE))).click();
  }
}
