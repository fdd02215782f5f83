import { android, byId } from '../locators.ts';
import { Page } from '../page.ts';

/** Android's since version 10, Google's build of it, Android's up to version 9, and Xiaomi's. */
const PACKAGES = [
  'com.android.permissioncontroller',
  'com.google.android.permissioncontroller',
  'com.android.packageinstaller',
  'com.lbe.security.miui',
];
const MESSAGE = ['permission_message'];
const DENY = ['permission_deny_button', 'permission_deny_and_dont_ask_again_button'];
const ALLOW = [
  'permission_allow_button',
  'permission_allow_foreground_only_button',
  'permission_allow_one_time_button',
  'permission_allow_onetime_button',
];
/** Xiaomi's older dialog has miuix's buttons. */
const NEGATIVE_ID = 'android:id/button2';

function ids(names: readonly string[]): string[] {
  return PACKAGES.flatMap((packageName) => names.map((name) => `${packageName}:id/${name}`));
}

/** An app asks for a permission. */
export class PermissionDialog extends Page {
  override readonly screen = 'permission dialog';
  override readonly signature = {
    ids: ids([...MESSAGE, ...DENY, ...ALLOW]),
    counts: 'first' as const,
  };

  /** What it asks, as the phone writes it: which app, for what. */
  async question(): Promise<string> {
    const message = this.driver.$(android(byId(...ids(MESSAGE))));
    return (await message.isExisting()) ? await message.getText() : '';
  }

  async deny(): Promise<void> {
    await this.driver.$(android(byId(...ids(DENY), NEGATIVE_ID))).click();
  }
}
