import { accountIds, android, byId, NEXT_IDS } from './locators.ts';
import { Page } from './page.ts';

/** Where the code that came by SMS goes. */
export class SmsCodePage extends Page {
  override readonly screen = 'SMS code';
  override readonly signature = { ids: accountIds('verify_code', 'ev_verify_code', 'ticket') };

  /** Whether the last digit sends the code; otherwise `tapNext` does. */
  async submitsByItself(): Promise<boolean> {
    return !(await this.#next().isExisting());
  }

  /**
   * Types the code with key events, for the field of the current app, whose text always reads empty.
   * One command for all keys: none can be sent twice.
   */
  async typeCode(code: string): Promise<void> {
    await this.#field().click();
    const actions = [...code].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** Puts the code into the field in place of what the app may have filled in by itself. */
  async replaceCode(code: string): Promise<void> {
    await this.#field().setValue(code);
  }

  async tapNext(): Promise<void> {
    await this.#next().click();
  }

  /**
   * Whether a field for the code is there, of an app that lets it be read, and has no code in it. The
   * field's hint reads as its text.
   */
  async showsEmptyField(): Promise<boolean> {
    const field = this.driver.$(android(byId(...accountIds('ev_verify_code', 'ticket'))));
    return (await field.isExisting()) && !/^\d{4,8}$/.test(await field.getText());
  }

  #field() {
    return this.driver.$(android(byId(...this.signature.ids)));
  }

  #next() {
    return this.driver.$(android(byId(...NEXT_IDS)));
  }
}
