import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --latency sms-delivery=4s',
  });

  it('is replaced by the next one when the app refuses it @regression @emulated', async () => {
    const wrong = '111111';
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    await phone.receiveSms(
      { from: 'xiaomi', body: `Mi Account verification code: ${wrong}.` },
      wrong,
    );
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('verifications')).toBe(2);
  });
});
