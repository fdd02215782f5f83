import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --latency sms-delivery=3s',
  });

  it('is not that of another sender @regression @emulated', async () => {
    const ofBank = '771203';
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    await phone.receiveSms(
      { from: 'MYBANK', body: `${ofBank} is your MyBank login code.` },
      ofBank,
    );
    await phone.received(1);
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('verifications')).toBe(1);
  });
});
