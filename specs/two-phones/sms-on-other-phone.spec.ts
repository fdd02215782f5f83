import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { twoPhones } from '../support/two-phones.ts';

describe('A sign-up whose number is in another phone', () => {
  const other = twoPhones({ options: '--latency 0 --picture-code never' });

  it('takes the code from the SMS that arrives there @smoke @regression', async () => {
    const settingsThere = new SettingsHome(other().ui.driver);
    await settingsThere.open();
    const accountThere = await settingsThere.accountShown();
    const signUp = other().signUpWithItsNumber();

    await signUp.openSettings();
    const settings = await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(await settings.accountShown()).toBe(account.shown);
    // The phone with the number got the SMS, and nothing else.
    expect(await settingsThere.accountShown()).toBe(accountThere);
  });
});
