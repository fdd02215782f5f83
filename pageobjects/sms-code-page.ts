import { accountIds, android, byId, NEXT_IDS } from './locators.ts';
import { Page } from './page.ts';

const READABLE_IDS = accountIds('ev_verify_code', 'ticket');
const RESEND_IDS = accountIds('resend_timer', 'send_vcode_notice', 'action_get_ph_ticket');
/** The longest code. */
const MAX_DIGITS = 8;
/** WebDriver's "Backspace" (W3C WebDriver, "Keyboard Actions"). */
const BACKSPACE = '\uE003';

/** Where the code that came by SMS goes. */
export class SmsCodePage extends Page {
  override readonly screen = 'SMS code';
  override readonly signature = { ids: accountIds('verify_code', 'ev_verify_code', 'ticket') };

  /** Whether the last digit sends the code; otherwise `tapNext` does. */
  async submitsByItself(): Promise<boolean> {
    return !(await this.#next().isExisting());
  }

  /** Gives the field the input focus. */
  async focus(): Promise<void> {
    await this.#field().click();
  }

  /**
   * Types digits with key events, for the field of the current app, whose text always reads empty.
   * One command for all keys: none can be sent twice.
   * @param clearFirst deletes what is in the field before.
   */
  async typeKeys(digits: string, { clearFirst = false } = {}): Promise<void> {
    const keys = [...(clearFirst ? BACKSPACE.repeat(MAX_DIGITS) : ''), ...digits];
    const actions = keys.flatMap((value) => [
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

  /** Goes back to the page before; a keyboard that is up takes the first Back. */
  async back(): Promise<void> {
    if (await this.driver.isKeyboardShown()) await this.driver.back();
    await this.driver.back();
  }

  /** Where a person at the phone finds the field, and Next where the page has it, in pixels. */
  async places() {
    const next = this.#next();
    return {
      field: await this.placeOf(this.#field()),
      next: (await next.isExisting()) ? await this.placeOf(next) : undefined,
    };
  }

  /**
   * The code in the field of an app that lets it be read; `undefined` when the field is empty, holds
   * too few digits for a code, or cannot be read.
   */
  async codeInField(): Promise<string | undefined> {
    const field = this.#readableField();
    return (await field.isExisting()) ? codeIn(await field.getText()) : undefined;
  }

  /** Whether a field for the code is there, of an app that lets it be read, and has no code in it. */
  async showsEmptyField(): Promise<boolean> {
    const field = this.#readableField();
    return (await field.isExisting()) && codeIn(await field.getText()) === undefined;
  }

  /** Whether the app lets another code be asked for now: a countdown runs before it does. */
  async mayResend(): Promise<boolean> {
    const control = this.#resend();
    return (await control.isExisting()) && (await control.getAttribute('enabled')) === 'true';
  }

  /** Asks for another code. */
  async resend(): Promise<void> {
    await this.#resend().click();
  }

  #field() {
    return this.driver.$(android(byId(...this.signature.ids)));
  }

  #readableField() {
    return this.driver.$(android(byId(...READABLE_IDS)));
  }

  #resend() {
    return this.driver.$(android(byId(...RESEND_IDS)));
  }

  #next() {
    return this.driver.$(android(byId(...NEXT_IDS)));
  }
}

/** An empty field tells its hint as its text. */
function codeIn(text: string): string | undefined {
  return /^\d{4,8}$/.test(text) ? text : undefined;
}
