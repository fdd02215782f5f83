import { runContext, type RunContext, type SecondPhoneOfRun } from '../../config/run-context.ts';
import { openBridge } from '../../device/open-bridge.ts';
import { PersonalData } from '../../flows/personal-data.ts';
import { thePhone, type SmsPhone, type UiPhone } from '../../flows/phones.ts';
import { SignIn, type SignInOptions } from '../../flows/sign-in.ts';
import { SignUp } from '../../flows/sign-up.ts';
import { openSession } from './session.ts';

/** A phone beside that of the test, with a session of its own. */
export class OtherPhone {
  readonly ui: UiPhone & SmsPhone;
  /** The run as it is for the phone of the test. */
  readonly #context: RunContext;
  readonly #about: SecondPhoneOfRun;

  private constructor(about: SecondPhoneOfRun, driver: WebdriverIO.Browser) {
    const { phone } = about;
    this.ui = { serial: phone.serial, driver, bridge: openBridge(phone, driver) };
    this.#context = runContext();
    this.#about = about;
  }

  static async open(about: SecondPhoneOfRun): Promise<OtherPhone> {
    return new OtherPhone(about, await openSession(about.phone, about.ports));
  }

  /** The run as it is for this phone. */
  get context(): RunContext {
    const { phone } = this.#about;
    // The SMS goes to the phone with the number, whoever asks for it.
    return { ...this.#context, phone, smsSerial: this.#context.phone.serial };
  }

  /** A sign-in here to the account of the number whose SIM card is in the phone of the test. */
  signIn(options: SignInOptions = {}): SignIn {
    return new SignIn({ ui: this.ui, sms: thePhone() }, this.context, options);
  }

  /** A sign-up on the phone of the test with the number whose SIM card is in this one. */
  signUpWithItsNumber(): SignUp {
    const { phone, number, simSlot } = this.#about;
    const { settings } = this.#context;
    return new SignUp(
      { ui: thePhone(), sms: this.ui },
      {
        ...this.#context,
        smsSerial: phone.serial,
        settings: { ...settings, phoneNumber: number, sms: { ...settings.sms, simSlot } },
      },
    );
  }

  /** The notes and contacts on it. */
  personalData(): PersonalData {
    return new PersonalData(this.ui, this.context);
  }

  async close(): Promise<void> {
    await this.ui.driver.deleteSession();
  }
}
