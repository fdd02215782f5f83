import { ServerTooSlowError } from '../../flows/errors.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Servers that take their time', () => {
  const phone = emulatedPhone({
    options: '--picture-code never --latency 0 --latency sms-codes=5m',
    stepBudgetMs: { 'phone-number': 3000 },
  });

  it('are too slow once the budget is spent, and get the number no second time @emulated @regression', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();

    const error: unknown = await signUp.until(SmsCodePage).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServerTooSlowError);
    expect(String(error)).toMatch(/budget of 3 s, in “Enter the phone number and tap Next”/);
    expect(String(error)).toMatch(/its spinner for [1-4] s/);
    expect(await phone.submissions('sms-codes')).toBe(1);
  });
});
