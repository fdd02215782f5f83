import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Signing in to an account that there is', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('takes a code by SMS and makes no other account @regression @emulated', async () => {
    const existing = await phone.numberHasAccount();
    const signIn = phone.signIn();

    await signIn.openSettings();
    // “Is this your account?” – “Yes”.
    await signIn.until(SettingsHome);
    const account = await signIn.account();

    expect(account.shown).toBe(existing);
    expect(await phone.submissions('sms-codes')).toBe(1);
    expect(await phone.submissions('sign-in')).toBe(1);
  });
});
