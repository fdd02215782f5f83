import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { asListed } from '../support/account-ids.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('A phone number that has an account', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('opens that account for whoever says that it is theirs @regression @emulated', async () => {
    const existing = await phone.numberHasAccount();
    const signIn = phone.signIn();

    await signIn.openSettings();
    const question = await signIn.until(ExistingAccountPage);
    await signIn.instead(question, () => question.yes(), 'the account to open');
    await signIn.until(SettingsHome);
    const account = await signIn.account();

    expect(account.listed?.name).toBe(asListed(existing));
    expect(account.shown).toBe(existing);
  });
});
