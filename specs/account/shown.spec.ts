import { AccountHome } from '../../pageobjects/account-home.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The account that has been made', () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('shows in Settings by its nickname or id, as everywhere on the phone @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const settings = await signUp.until(SettingsHome);
    const { shown, listed } = await signUp.account();
    await settings.tapMiAccount();
    const home = new AccountHome(browser);
    const id = await home.id();

    expect([await home.name(), id].includes(shown)).toBe(true);
    // The account manager masks the middle: 6230***535.
    const [start = '', end = ''] = listed?.name.split('***') ?? [];
    expect(start !== '' && id.startsWith(start) && id.endsWith(end)).toBe(true);
  });
});
