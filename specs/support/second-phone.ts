import { runContext, type RunContext } from '../../config/run-context.ts';
import { openBridge } from '../../device/open-bridge.ts';
import { thePhone, type UiPhone } from '../../flows/phones.ts';
import { SignUp } from '../../flows/sign-up.ts';
import { openSession } from './session.ts';

/** The second phone of the running test, with a session of its own beside the worker's. */
export interface SecondPhone extends UiPhone {
  /** A sign-up on the first phone with the number whose SIM card is in this one. */
  signUpOfTheFirst(): SignUp;
}

/**
 * Gives each test of the suite around it another phone of the run, which nobody else uses as long as the
 * spec file lasts, and a WebDriver session on it. The run lends them to the files of `specs/two-phones/`;
 * where it has no other phone the tests are skipped.
 */
export function secondPhone(): () => SecondPhone {
  let opened: SecondPhone | undefined;

  beforeEach(async function () {
    const context = runContext();
    if (context.secondPhone === undefined) {
      const text = `skipped: ${this.currentTest?.title ?? ''}: it needs two phones, and the run has one`;
      context.progress.emit({ type: 'note', serial: context.phone.serial, text });
      return this.skip();
    }
    opened = await open(context.secondPhone);
  });

  afterEach(async () => {
    const { driver } = opened ?? {};
    opened = undefined;
    await driver?.deleteSession();
  });

  return () => {
    if (opened === undefined) throw new Error('The second phone is there during a test only.');
    return opened;
  };
}

async function open(lent: NonNullable<RunContext['secondPhone']>): Promise<SecondPhone> {
  const { phone, ports, number, simSlot } = lent;
  const driver = await openSession(phone, ports);
  const bridge = openBridge(phone, driver);
  const sms = { serial: phone.serial, bridge };
  return {
    ...sms,
    driver,
    signUpOfTheFirst() {
      const context = runContext();
      const { settings } = context;
      return new SignUp(
        { ui: thePhone(), sms },
        {
          ...context,
          smsSerial: phone.serial,
          settings: { ...settings, phoneNumber: number, sms: { ...settings.sms, simSlot } },
        },
      );
    },
  };
}
