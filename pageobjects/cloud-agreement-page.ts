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

  async agree(): Promise<void> {
    await this.driver.$(android(byText(strings.cloudAgree, PACKAGE))).click();
  }
}
