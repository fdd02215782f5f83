import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never',
    sms: { sources: ['inbox'] },
  });

  it('is found in the inbox @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);
  });
});
