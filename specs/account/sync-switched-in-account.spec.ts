import { runContext } from '../../config/run-context.ts';
import { CloudSync } from '../../flows/cloud-sync.ts';
import { thePhone } from '../../flows/phones.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe("Xiaomi Cloud's sync", () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('is switched off later, at Mi Account → Xiaomi Cloud @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    await signUp.account();

    const sync = new CloudSync(thePhone(), runContext());
    expect(await sync.isOn('account')).toBe(true);
    await sync.switch('account', false);

    expect(await phone.cloudConsents()).toEqual([{ sync: false, findDevice: false }]);
    expect(await sync.isOn('settings')).toBe(false);
  });
});
