import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --latency sms-delivery=3s',
    stepBudgetMs: { 'sms-code': 60_000 },
  });

  it('is waited for as long as the step may take @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    expect(await phone.messages()).toBe(0);

    await signUp.until(CloudAgreementPage);
  });
});
