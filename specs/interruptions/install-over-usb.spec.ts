import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe("The installation of Appium's helper over USB", () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is allowed at every step, and the sign-up goes on @regression @emulated', async () => {
    await signUpInterrupted(phone, () => phone.interruptions.dialog('usb-install'));
  });
});
