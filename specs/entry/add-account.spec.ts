import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The way to the account app', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('leads by Accounts & sync, Add account, Xiaomi Account @regression @emulated', async () => {
    const signUp = phone.signUp();
    const settings = new SettingsHome(browser);

    const home = await signUp.openSettings();
    await signUp.instead(home, () => settings.tapAccountsAndSync(), 'Accounts & sync');
    await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(await settings.accountShown()).toBe(account.shown);
  });
});
