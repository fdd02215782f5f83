import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --sms-autofill on',
    sms: { sources: ['screen'] },
  });

  it('is left to the app where the app fills it in by itself @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('verifications')).toBe(1);
  });
});
