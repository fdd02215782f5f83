import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --fault sms-delivery=drop*1 --sms resend-after=2',
    sms: { resends: 1, resendAfterMs: 2500 },
  });

  it('is asked for again when it does not come @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('sms-codes')).toBe(2);
  });
});
