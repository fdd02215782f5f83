import { AddAccountPage } from '../../pageobjects/add-account-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The way to the account app', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('leads by what another app opens to have an account added @regression @emulated', async () => {
    const signUp = phone.signUp();
    const addAccount = new AddAccountPage(browser);

    const settings = await signUp.openSettings();
    await signUp.instead(settings, () => addAccount.open(), 'the list of kinds of accounts');
    const settingsAgain = await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(await settingsAgain.accountShown()).toBe(account.shown);
  });
});
