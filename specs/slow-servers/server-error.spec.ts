import { ServerFailedError } from '../../flows/errors.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

const ERRORS = ['html:502', 'status:500'];

describe('Servers that fail for a while', () => {
  const phone = emulatedPhone({
    options: `--picture-code never --latency 0 ${ERRORS.map((error) => `--fault sms-codes=${error}*1`).join(' ')}`,
  });

  it('with an error end each sign-up without a second try, and take the next one @emulated @regression', async () => {
    for (const [before] of ERRORS.entries()) {
      const signUp = phone.signUp();
      await signUp.openSettings();
      await expect(signUp.until(SmsCodePage)).rejects.toThrow(ServerFailedError);
      expect(await phone.submissions('sms-codes')).toBe(before + 1);
    }

    const again = phone.signUp();
    await again.openSettings();
    await again.until(SmsCodePage);
  });
});
