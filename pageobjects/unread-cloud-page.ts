import { android, byText } from './locators.ts';
import { Page } from './page.ts';

const PACKAGE = 'com.miui.cloudservice';

/** Any page of Xiaomi Cloud that no id tells apart, in a language of which there are no texts. */
export class UnreadCloudPage extends Page {
  override readonly screen = 'Xiaomi Cloud agreement';
  override readonly signature = { selector: `new UiSelector().packageName("${PACKAGE}")` };

  /** Where something on the page says this, for a person who can read it; in pixels of the screen. */
  async placeOfText(text: string) {
    return this.placeOf(this.driver.$(android(byText([text], PACKAGE))));
  }
}
