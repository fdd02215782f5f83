import { runContext, type RunContext } from '../../config/run-context.ts';
import { openBridge } from '../../device/open-bridge.ts';
import { PersonalData } from '../../flows/personal-data.ts';
import { thePhone, type SmsPhone, type UiPhone } from '../../flows/phones.ts';
import { SignIn, type SignInOptions } from '../../flows/sign-in.ts';
import { openSession } from './session.ts';

/** A phone beside that of the test, of the same account service, with a session of its own. */
export class OtherPhone {
  readonly ui: UiPhone & SmsPhone;
  /** The run as it is for this phone. */
  readonly context: RunContext;

  private constructor(phone: RunContext['phone'], driver: WebdriverIO.Browser) {
    const context = runContext();
    this.ui = { serial: phone.serial, driver, bridge: openBridge(phone, driver) };
    // The SMS goes to the phone with the number, whoever asks for it.
    this.context = { ...context, phone, smsSerial: context.phone.serial };
  }

  static async open(phone: RunContext['phone']): Promise<OtherPhone> {
    return new OtherPhone(phone, await openSession(phone, undefined));
  }

  /** A sign-in here to the account of the number whose SIM card is in the phone of the test. */
  signIn(options: SignInOptions = {}): SignIn {
    return new SignIn({ ui: this.ui, sms: thePhone() }, this.context, options);
  }

  /** The notes and contacts on it. */
  personalData(): PersonalData {
    return new PersonalData(this.ui, this.context);
  }

  async close(): Promise<void> {
    await this.ui.driver.deleteSession();
  }
}
