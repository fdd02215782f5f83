import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Consent to the terms', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('leads on when it is given after all, and the number is submitted once @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const page = await signUp.until(PhoneNumberPage);
    await signUp.fillInNumber(page);
    await page.setConsent(false);
    await signUp.submitNumber(page);
    // Agrees in the dialog, or ticks the box where the app only says that it is to be ticked.
    await signUp.until(SmsCodePage);

    expect(await phone.submissions('sms-codes')).toBe(1);
  });
});
