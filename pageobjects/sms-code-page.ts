import { accountIds, android, byId } from './locators.ts';
import { Page } from './page.ts';

/** Where the code that came by SMS goes. */
export class SmsCodePage extends Page {
  override readonly screen = 'SMS code';
  override readonly signature = { ids: accountIds('verify_code') };

  /**
   * Types the code with key events, since the field's text always reads empty; it submits by itself
   * with the last digit. One command for all keys: none can be sent twice.
   */
  async typeCode(code: string): Promise<void> {
    await this.focus();
    const actions = [...code].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  }

  async focus(): Promise<void> {
    await this.driver.$(android(byId(...this.signature.ids))).click();
  }
}
