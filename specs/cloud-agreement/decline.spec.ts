import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SkipCloudDialog } from '../../pageobjects/components/skip-cloud-dialog.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe("Xiaomi Cloud's agreement", () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('is declined, and the account is there without Xiaomi Cloud @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const agreement = await signUp.until(CloudAgreementPage);
    await signUp.instead(agreement, () => agreement.decline(), 'the question whether to');
    // “Don't use Xiaomi Cloud?” – “Don't use”.
    const question = await signUp.until(SkipCloudDialog);
    await signUp.instead(question, () => question.doWithout(), 'Settings to come back');
    const settings = await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(await settings.accountShown()).toBe(account.shown);
    expect(await phone.cloudConsents()).toEqual([null]);
    expect(await phone.submissions('cloud')).toBe(0);
  });
});
