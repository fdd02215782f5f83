import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { secondPhone } from '../support/second-phone.ts';

describe('A sign-up whose number is in another phone', () => {
  const other = secondPhone();

  it('takes the code from the SMS that arrives there @regression @emulated', async () => {
    const settingsThere = new SettingsHome(other().driver);
    await settingsThere.open();
    const accountThere = await settingsThere.accountShown();
    const signUp = other().signUpOfTheFirst();

    await signUp.openSettings();
    const settings = await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(await settings.accountShown()).toBe(account.shown);
    // The phone with the number got the SMS, and nothing else.
    expect(await settingsThere.accountShown()).toBe(accountThere);
  });
});
