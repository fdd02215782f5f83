import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('A phone number that has an account', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('gets another one from whoever says that it is not theirs @regression @emulated', async () => {
    const existing = await phone.numberHasAccount();
    const signUp = phone.signUp();

    await signUp.openSettings();
    const question = await signUp.until(ExistingAccountPage);
    await signUp.instead(question, () => question.no(), 'the new account');
    await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(account.shown).not.toBe(existing);
    expect(await phone.submissions('sign-in')).toBe(1);
  });
});
