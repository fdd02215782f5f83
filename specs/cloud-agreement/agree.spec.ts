import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe("Xiaomi Cloud's agreement", () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('is agreed to with sync as it stands, which is on @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SettingsHome);
    await signUp.account();

    expect(await phone.cloudConsents()).toEqual([{ sync: true, findDevice: false }]);
    expect(await phone.submissions('sign-in')).toBe(1);
  });
});
