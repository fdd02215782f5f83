import { InterruptedByPhoneError } from '../../flows/errors.ts';
import { ACCOUNT_PACKAGE } from '../../pageobjects/locators.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('An account app that the system ends', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is opened again before the number is sent, and never sends it twice @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(PhoneNumberPage);
    await phone.interruptions.endApp(ACCOUNT_PACKAGE);
    await signUp.until(SmsCodePage);
    await phone.interruptions.endApp(ACCOUNT_PACKAGE);

    await expect(signUp.until(SettingsHome)).rejects.toThrow(InterruptedByPhoneError);
    expect(await phone.submissions('sms-codes')).toBe(1);
    expect(await phone.submissions('verifications')).toBe(0);
  });
});
