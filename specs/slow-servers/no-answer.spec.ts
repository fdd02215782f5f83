import { ServerTooSlowError } from '../../flows/errors.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Servers that fail once', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 0 --fault sms-codes=hang*1',
    stepBudgetMs: { 'phone-number': 3000 },
  });

  it('by never answering are too slow, and take the next sign-up @emulated @regression', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await expect(signUp.until(SmsCodePage)).rejects.toThrow(ServerTooSlowError);
    expect(await phone.submissions('sms-codes')).toBe(1);

    const again = phone.signUp();
    await again.openSettings();
    await again.until(SmsCodePage);
  });
});
