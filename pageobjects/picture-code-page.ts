import {
  ACCOUNT_PACKAGE,
  accountIds,
  android,
  byId,
  byText,
  inside,
  NEXT_IDS,
} from './locators.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

/**
 * The picture whose text shows that a person is there: a dialog of the current app; in the classic
 * one a part of the page that asks for the number or for the SMS code, and sent by its Next.
 */
export class PictureCodePage extends Page {
  override readonly screen = 'picture code';
  override readonly signature = {
    ids: accountIds('captcha_image', 'et_captcha_image'),
    counts: 'first' as const,
  };

  /** Whether the picture is on the screen. */
  async isShown(): Promise<boolean> {
    return this.driver.$(android(byId(...this.signature.ids))).isExisting();
  }

  /** The picture as PNG. */
  async picture(): Promise<Buffer> {
    const image = await this.idOf(this.driver.$(android(byId(...this.signature.ids))));
    return Buffer.from(await this.driver.takeElementScreenshot(image), 'base64');
  }

  /** The whole screen as PNG, and where on it the picture is, in pixels. */
  async screenAround() {
    const bounds = await this.placeOf(this.driver.$(android(byId(...this.signature.ids))));
    const screen = Buffer.from(await this.driver.takeScreenshot(), 'base64');
    return { screen, bounds };
  }

  /** Where a person at the phone finds what they need, in pixels of the screen. */
  async places() {
    return {
      picture: await this.placeOf(this.driver.$(android(byId(...this.signature.ids)))),
      field: await this.placeOf(await this.#field()),
      confirm: await this.placeOf(this.#confirm()),
    };
  }

  /** Whether the page says that a text is to be entered first. */
  async saysItIsEmpty(): Promise<boolean> {
    return this.driver.$(android(byText(strings.emptyCode, ACCOUNT_PACKAGE))).isExisting();
  }

  /** Asks for another picture. */
  async refresh(): Promise<void> {
    await this.driver.$(android(byId(...this.signature.ids))).click();
  }

  async enterCode(code: string): Promise<void> {
    await (await this.#field()).setValue(code);
  }

  /** Sends the text, in the classic app with everything else that its page asks for. */
  async confirm(): Promise<void> {
    await this.#confirm().click();
  }

  #field() {
    return this.firstOf(
      inside(byId(...accountIds('captcha')), byId(...accountIds('input'))),
      byId(...accountIds('et_captcha_code', 'captcha_input')),
    );
  }

  #confirm() {
    const button = byId(...accountIds('positive'), 'android:id/button1', ...NEXT_IDS);
    return this.driver.$(android(button));
  }
}
