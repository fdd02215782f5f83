import { runContext } from '../../config/run-context.ts';
import { CloudSync } from '../../flows/cloud-sync.ts';
import { thePhone } from '../../flows/phones.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe("Xiaomi Cloud's sync", () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('is switched on later, at Accounts & sync @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    const agreement = await signUp.until(CloudAgreementPage);
    await agreement.tapSync();
    await signUp.until(SettingsHome);
    await signUp.account();

    const sync = new CloudSync(thePhone(), runContext());
    expect(await sync.isOn('settings')).toBe(false);
    await sync.switch('settings', true);

    expect(await phone.cloudConsents()).toEqual([{ sync: true, findDevice: false }]);
    expect(await sync.isOn('account')).toBe(true);
  });
});
