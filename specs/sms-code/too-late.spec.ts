import { SmsNotReceivedError } from '../../device/errors.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --latency sms-delivery=5m',
    stepBudgetMs: { 'sms-code': 3000 },
  });

  it('is an error of its own when it does not come within the budget @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();

    await expect(signUp.until(CloudAgreementPage)).rejects.toThrow(SmsNotReceivedError);
  });
});
