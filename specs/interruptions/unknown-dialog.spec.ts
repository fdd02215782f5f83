import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('A dialog that nobody knows', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is not guessed at: the sign-up ends and says what it reads @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(PhoneNumberPage);

    await phone.interruptions.dialog('unknown');

    const refused = expect(signUp.until(SmsCodePage)).rejects;
    await refused.toThrow(/A window of another app .*com\.miui\.weather2/s);
    expect(await phone.submissions('sms-codes')).toBe(0);
  });
});
