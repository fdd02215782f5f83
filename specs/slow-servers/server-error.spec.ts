import { ServerFailedError } from '../../flows/errors.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Servers that fail once', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 0 --fault sms-codes=html:502*1',
  });

  it('end the sign-up without a second try, and take the next one @emulated @regression', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await expect(signUp.until(SmsCodePage)).rejects.toThrow(ServerFailedError);
    expect(await phone.submissions('sms-codes')).toBe(1);

    const again = phone.signUp();
    await again.openSettings();
    await again.until(SmsCodePage);
  });
});
