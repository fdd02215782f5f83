import { NumberRefusedError } from '../../flows/errors.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The phone number', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is refused when it is too short, and can be put right @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const page = await signUp.until(PhoneNumberPage);
    await signUp.fillInNumber(page);
    await page.enterNumber('20155');
    await expect(signUp.submitNumber(page)).rejects.toThrow(NumberRefusedError);

    await signUp.until(SmsCodePage);
  });
});
