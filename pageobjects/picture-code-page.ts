import { accountIds, android, byId, inside } from './locators.ts';
import { Page } from './page.ts';

/** The picture whose text shows that a person is there. */
export class PictureCodePage extends Page {
  override readonly screen = 'picture code';
  override readonly signature = { ids: accountIds('captcha_image') };

  /** The picture as PNG. */
  async picture(): Promise<Buffer> {
    const image = await this.driver.$(android(byId(...this.signature.ids))).getElement();
    return Buffer.from(await this.driver.takeElementScreenshot(image.elementId), 'base64');
  }

  /** Asks for another picture. */
  async refresh(): Promise<void> {
    await this.driver.$(android(byId(...this.signature.ids))).click();
  }

  async enterCode(code: string): Promise<void> {
    const field = inside(byId(...accountIds('captcha')), byId(...accountIds('input')));
    await this.driver.$(android(field)).setValue(code);
  }

  async confirm(): Promise<void> {
    await this.driver.$(android(byId(...accountIds('positive')))).click();
  }
}
