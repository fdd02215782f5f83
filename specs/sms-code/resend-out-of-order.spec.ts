import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --sms order=newest-first --sms resend-after=2',
    sms: { resends: 1, resendAfterMs: 2500 },
  });

  it('is that of the last request, though that of the one before comes after it @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('verifications')).toBe(1);
  });
});
