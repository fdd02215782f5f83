import { NumberRefusedError } from '../../flows/errors.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The phone number', () => {
  const phone = emulatedPhone({ options: '--latency 0' });

  it('is asked for when the field is empty, and nothing is submitted @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const page = await signUp.until(PhoneNumberPage);

    await expect(signUp.submitNumber(page)).rejects.toThrow(NumberRefusedError);
    expect(await phone.submissions('sms-codes')).toBe(0);
  });
});
