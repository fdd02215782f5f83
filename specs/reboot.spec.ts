import { PhoneLostError } from '../device/errors.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { SmsCodePage } from '../pageobjects/sms-code-page.ts';
import { emulatedPhone } from './support/emulated-phone.ts';

describe('A sign-up during which the phone restarts', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 0 --sms resend-after=0',
  });

  it('ends, and another one starts over from Settings @regression @emulated', async () => {
    const interrupted = phone.signUp();
    await interrupted.openSettings();
    await interrupted.until(SmsCodePage);
    await phone.restart();

    // The sign-up has lost its phone, and submits nothing by itself: the number was asked about once.
    await expect(interrupted.until(SettingsHome)).rejects.toThrow(PhoneLostError);
    await phone.comeUpAgain();
    expect(await phone.submissions('sms-codes')).toBe(1);

    // Whoever starts again asks for a code again. That voids the first one, which nobody has typed and
    // which still lies in the inbox: only the newer one counts.
    const again = phone.signUp();
    await again.openSettings();
    const settings = await again.until(SettingsHome);
    const account = await again.account();

    expect(await settings.accountShown()).toBe(account.shown);
    expect(await phone.submissions('sms-codes')).toBe(2);
    expect(await phone.submissions('verifications')).toBe(1);
    expect(await phone.cloudConsents()).toEqual([{ sync: true, findDevice: false }]);
  });
});
