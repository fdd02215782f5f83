import type { LegalText } from './cloud-agreement-page.ts';
import { android, byText } from './locators.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

const PACKAGE = 'com.miui.cloudservice';

/** One of Xiaomi Cloud's legal texts, opened from its agreement. */
export class CloudLegalPage extends Page {
  override readonly screen = 'legal text of Xiaomi Cloud';
  override readonly signature = {
    selector: byText([...strings.privacyPolicy, ...strings.userAgreement], PACKAGE),
  };

  /** Whether this is the text that shows, by its title. */
  async shows(text: LegalText): Promise<boolean> {
    return this.driver.$(android(byText(strings[text], PACKAGE))).isExisting();
  }

  async back(): Promise<void> {
    await this.driver.back();
  }
}
