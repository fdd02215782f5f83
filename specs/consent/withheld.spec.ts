import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Consent to the terms', () => {
  const phone = emulatedPhone({ options: '--latency 0' });

  it('is asked for when its box is not ticked, and withheld it leaves all as it was @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const page = await signUp.until(PhoneNumberPage);
    await signUp.fillInNumber(page);
    await page.setConsent(false);
    const asked = await signUp.submitNumber(page);
    await signUp.withholdConsent(asked);

    expect(await page.consentGiven()).toBe(false);
    expect(await phone.submissions('sms-codes')).toBe(0);
  });
});
