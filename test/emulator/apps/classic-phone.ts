import { findProfile, inLanguage } from '../../../emulator/profiles/index.ts';
import { parseFault } from '../../../emulator/service/faults.ts';
import type { PictureOrder } from '../../../emulator/service/settings.ts';
import type { SmsSettings } from '../../../emulator/service/sms-settings.ts';
import { account, CODE, LETTERS, PhoneUnderTest } from './phone-under-test.ts';

export const NUMBER = '13800138000';

interface ClassicPhoneOptions {
  readonly faults?: readonly string[];
  readonly pictureCode?: PictureOrder;
  readonly webCheck?: boolean;
  readonly sms?: Partial<SmsSettings>;
  readonly language?: string;
  /** Of the SIM card, E.164. */
  readonly simNumber?: string;
}

/** A phone with the classic account app, in English unless another language is named. */
export class ClassicPhone extends PhoneUnderTest {
  static async start(options: ClassicPhoneOptions = {}): Promise<ClassicPhone> {
    const { faults = [], pictureCode = 'never', webCheck = false } = options;
    const { language = 'en', simNumber, sms = {} } = options;
    const phone = new ClassicPhone(
      { pictureCode, webCheck, sms, faults: faults.map(parseFault) },
      { profile: inLanguage(findProfile('redmi-7a'), language), number: simNumber },
    );
    await phone.start();
    return phone;
  }

  text(name: string): string | null | undefined {
    return this.find(account(name))?.text;
  }

  tap(name: string): Promise<void> {
    return this.click(account(name));
  }

  /** Opens the account from a Settings that is still there when it is left. */
  async toNumberPage(): Promise<void> {
    this.openAccount();
    await this.waitFor(account('input_phone_num'));
  }

  openAccount(): void {
    this.open('com.android.settings/.Settings');
    this.open('com.xiaomi.account/.ui.AccountSettingsActivity');
  }

  async sendNumber(number = NUMBER): Promise<void> {
    await this.type(account('input_phone_num'), number);
    await this.tap('btn_login_or_register_next');
  }

  /** To the page of the code, the message delivered. */
  async toClassicCodePage(): Promise<void> {
    await this.toNumberPage();
    await this.sendNumber();
    await this.waitFor(account('ev_verify_code'));
    this.clock.advance(0);
  }

  async sendCode(code = CODE): Promise<void> {
    await this.type(account('ev_verify_code'), code);
    await this.tap('btn_login_or_register');
  }

  async readPicture(text = LETTERS): Promise<void> {
    await this.type(account('et_captcha_code'), text);
  }

  /** The package in front once the account is there. */
  waitForCloud(): Promise<void> {
    return this.until(
      () => this.system.activities.resumed?.component.packageName === 'com.miui.cloudservice',
      'Xiaomi Cloud',
    );
  }

  waitForToast(text: string): Promise<void> {
    return this.until(() => this.toasts.includes(text), `a toast: ${text}`);
  }

  /** Signs up, and leaves Xiaomi Cloud's agreement for what was below. */
  async signUp(): Promise<void> {
    await this.toClassicCodePage();
    await this.sendCode();
    await this.waitForCloud();
  }
}
