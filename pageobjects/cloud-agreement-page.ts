import { android, byText } from './locators.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

const PACKAGE = 'com.miui.cloudservice';

/** Xiaomi Cloud's privacy policy and user agreement. No ids are known for it: texts lead. */
export class CloudAgreementPage extends Page {
  override readonly screen = 'Xiaomi Cloud agreement';
  override readonly signature = {
    texts: { packageName: PACKAGE, anyOf: strings.cloudAgree },
  };

  /** Whether synchronising is switched on, as it is unless the person changes it. */
  async syncIsOn(): Promise<boolean> {
    const label = byText(strings.sync, PACKAGE);
    const toggle = `${label}.fromParent(new UiSelector().checkable(true))`;
    return (await this.driver.$(android(toggle)).getAttribute('checked')) === 'true';
  }

  async agree(): Promise<void> {
    await this.driver.$(android(byText(strings.cloudAgree, PACKAGE))).click();
  }
}
