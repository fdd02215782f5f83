import { TooManyAttemptsError } from '../../flows/errors.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({ options: '--latency 0 --fault sms-codes=error:SMS_QUOTA' });

  it('is an error of its own when the number has had too many @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();

    await expect(signUp.until(SmsCodePage)).rejects.toThrow(TooManyAttemptsError);
  });
});
