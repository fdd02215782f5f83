import { InterruptedByPhoneError } from '../../flows/errors.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Another language, chosen in the middle', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('goes on before the number is sent, and never sends it twice @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(PhoneNumberPage);
    await phone.interruptions.chooseLanguage('zh-CN');
    await signUp.until(SmsCodePage);
    // The app begins anew, at its first page.
    await phone.interruptions.chooseLanguage('ru-RU');

    await expect(signUp.until(SettingsHome)).rejects.toThrow(InterruptedByPhoneError);
    expect(await phone.submissions('sms-codes')).toBe(1);
    expect(await phone.submissions('verifications')).toBe(0);
  });
});
