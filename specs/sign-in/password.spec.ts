import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

const PASSWORD = 'correct-horse';

describe('Signing in to an account that there is', () => {
  const phone = emulatedPhone({ options: '--latency 0' });

  it('takes number and password in place of a code @regression @emulated', async () => {
    const existing = await phone.numberHasAccount(PASSWORD);
    const signIn = phone.signIn({ password: PASSWORD });

    await signIn.openSettings();
    // Settings → Mi Account → Sign in with password.
    await signIn.until(SettingsHome);
    const account = await signIn.account();

    expect(account.shown).toBe(existing);
    expect(await phone.submissions('password-sign-in')).toBe(1);
    expect(await phone.submissions('sms-codes')).toBe(0);
  });
});
