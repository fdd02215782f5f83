import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { asListed } from '../support/account-ids.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('A phone number that has an account', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('opens that account for whoever says that it is theirs @regression @emulated', async () => {
    const existing = await phone.numberHasAccount();
    const signUp = phone.signUp();

    await signUp.openSettings();
    const question = await signUp.until(ExistingAccountPage);
    await signUp.instead(question, () => question.yes(), 'the account to open');
    await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(account.listed?.name).toBe(asListed(existing));
    expect(account.shown).toBe(existing);
  });
});
