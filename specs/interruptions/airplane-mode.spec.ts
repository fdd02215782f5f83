import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import type { PageClass } from '../../pageobjects/page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Airplane mode', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is waited out before the number and before the code @regression @emulated', async () => {
    const signUp = phone.signUp();
    /** Goes on in airplane mode until the flow waits for its end. */
    const inAirplaneMode = async (next: PageClass) => {
      await phone.interruptions.airplaneMode(true);
      const going = signUp.until(next);
      await phone.waitsFor('the phone to leave airplane mode');
      await phone.interruptions.airplaneMode(false);
      await going;
    };

    await signUp.openSettings();
    await signUp.until(PhoneNumberPage);
    await inAirplaneMode(SmsCodePage);
    await inAirplaneMode(CloudAgreementPage);

    expect(await phone.submissions('sms-codes')).toBe(1);
    expect(await phone.submissions('verifications')).toBe(1);
  });
});
