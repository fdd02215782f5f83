import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 0 --sms resend-after=0',
  });

  it('is that of the last Next, for whoever goes back to the number @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const codePage = await signUp.until(SmsCodePage);
    await signUp.instead(codePage, () => codePage.back(), 'the page for the phone number');
    await signUp.until(PhoneNumberPage);
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('sms-codes')).toBe(2);
    expect(await phone.submissions('verifications')).toBe(1);
  });
});
