import { android, byId } from '../locators.ts';
import { Page } from '../page.ts';

const PACKAGE = 'com.miui.securitycenter';
const INSTALL_ID = 'android:id/button1';
const DENY_ID = 'android:id/button2';

/** Xiaomi's “Install via USB?”. Left alone, it denies after some seconds. */
export class InstallPrompt extends Page {
  override readonly screen = 'Install via USB';
  override readonly signature = {
    ids: [`${PACKAGE}:id/do_not_ask_checkbox`],
    counts: 'first' as const,
  };

  /** What it says of the app that is to be installed. */
  async message(): Promise<string> {
    const message = this.driver.$(android(byId(`${PACKAGE}:id/message`)));
    return (await message.isExisting()) ? await message.getText() : '';
  }

  async install(): Promise<void> {
    await this.driver.$(android(byId(INSTALL_ID))).click();
  }

  async deny(): Promise<void> {
    await this.driver.$(android(byId(DENY_ID))).click();
  }
}
