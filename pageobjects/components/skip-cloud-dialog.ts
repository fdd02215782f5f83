import { android, byText } from '../locators.ts';
import { Page } from '../page.ts';
import { strings } from '../strings/table.ts';

const PACKAGE = 'com.miui.cloudservice';

/** Asks, when the agreement is left, whether to do without Xiaomi Cloud. */
export class SkipCloudDialog extends Page {
  override readonly screen = 'whether to do without Xiaomi Cloud';
  // By text: which of the two is Android's button1 differs between phones.
  override readonly signature = { selector: byText(strings.doWithoutCloud, PACKAGE) };

  /** Back to the agreement. */
  async useCloud(): Promise<void> {
    await this.driver.$(android(byText(strings.useCloud, PACKAGE))).click();
  }

  /** Leaves the agreement without consent. */
  async doWithout(): Promise<void> {
    await this.driver.$(android(byText(strings.doWithoutCloud, PACKAGE))).click();
  }
}
