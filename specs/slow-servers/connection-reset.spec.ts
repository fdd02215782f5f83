import { ServerUnreachableError } from '../../flows/errors.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Servers that fail once', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 0 --fault sms-codes=reset*1',
  });

  it('by breaking the connection end the sign-up, and take the next one @emulated @regression', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await expect(signUp.until(SmsCodePage)).rejects.toThrow(ServerUnreachableError);
    expect(await phone.submissions('sms-codes')).toBe(1);

    const again = phone.signUp();
    await again.openSettings();
    await again.until(SmsCodePage);
  });
});
