import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 0 --latency sms-delivery=4s',
  });

  it('is entered after a wrong one that a person has typed @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    await phone.person().typeSmsCode('111111');
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('verifications')).toBe(2);
  });
});
