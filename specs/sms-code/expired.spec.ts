import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options:
      '--picture-code never --latency 0 --latency sms-delivery=script:2s,0 --sms valid-for=1 --sms resend-after=1',
    sms: { resends: 1, resendAfterMs: 3000 },
    stepBudgetMs: { 'sms-code': 60_000 },
  });

  it('is replaced by the next one when it has expired on the way @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    await phone.service.changeSms({ validForSeconds: 300 });
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('sms-codes')).toBe(2);
    expect(await phone.submissions('verifications')).toBe(2);
  });
});
