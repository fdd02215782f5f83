import { runContext } from '../config/run-context.ts';
import { SignUp } from '../flows/sign-up.ts';
import { CloudAgreementPage } from '../pageobjects/cloud-agreement-page.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { smsPhone, thePhone } from '../flows/phones.ts';

describe('Signing up for a Mi account', () => {
  it('creates an account with a phone number, an SMS code and a picture code @smoke @regression @live', async () => {
    const signUp = new SignUp({ ui: thePhone(), sms: smsPhone() }, runContext());

    // Open Settings and tap Mi Account on top of it.
    await signUp.openSettings();
    // Enter the phone number, the code from the SMS and the text in the picture, as the phone asks.
    await signUp.until(CloudAgreementPage);
    // Accept Xiaomi Cloud's privacy policy and user agreement, and be back in Settings, signed in.
    const settings = await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(await settings.accountShown()).toBe(account.shown);
  });
});
