import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe("Xiaomi Cloud's agreement", () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('is agreed to with sync switched off @smoke @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const agreement = await signUp.until(CloudAgreementPage);
    expect(await agreement.syncIsOn()).toBe(true);
    await agreement.tapSync();
    await signUp.until(SettingsHome);
    await signUp.account();

    expect(await phone.cloudConsents()).toEqual([{ sync: false, findDevice: false }]);
  });
});
