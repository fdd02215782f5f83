import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Servers that take their time', () => {
  const phone = emulatedPhone({
    options: '--latency 5s',
    stepBudgetMs: {
      ...{ 'phone-number': 7000, 'sms-code': 7000 },
      ...{ 'picture-code': 7000, 'cloud-agreement': 7000 },
    },
  });

  it('are waited for as long as each answer comes within the budget @emulated @regression @slow', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SettingsHome);
    await signUp.account();

    expect(await phone.duplicates()).toBe(0);
  });
});
