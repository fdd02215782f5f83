import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Servers in bad weather', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 100ms..1s --sms copies=3 --fault sign-in=half*1',
  });

  it('that answer by half get nothing twice @emulated @regression', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();

    // However it ends: what the server did is not known on this side.
    await signUp.until(SettingsHome).catch(() => undefined);

    expect(await phone.submissions('sms-codes')).toBe(1);
    expect(await phone.submissions('verifications')).toBe(1);
    expect(await phone.duplicates()).toBe(0);
  });
});
