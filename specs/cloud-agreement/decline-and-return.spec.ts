import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SkipCloudDialog } from '../../pageobjects/components/skip-cloud-dialog.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe("Xiaomi Cloud's agreement", () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('comes back after second thoughts about declining it @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const agreement = await signUp.until(CloudAgreementPage);
    await agreement.tapSync();
    await signUp.instead(agreement, () => agreement.decline(), 'the question whether to');
    // “Don't use Xiaomi Cloud?” – “Use Xiaomi Cloud”.
    await signUp.until(SkipCloudDialog);
    const again = await signUp.until(CloudAgreementPage);

    expect(await again.syncIsOn()).toBe(false);
    expect(await phone.submissions('cloud')).toBe(0);
    await signUp.until(SettingsHome);
    expect(await phone.cloudConsents()).toEqual([{ sync: false, findDevice: false }]);
  });
});
