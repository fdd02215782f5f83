import { HarnessError } from '../../config/errors.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';
import { badWeather } from '../support/weather.ts';

/** One fault each: half an answer, a lost one, and none at all, at three of the points. */
const SEEDS = [26, 29, 30];
const BUDGET_MS = 4000;

for (const seed of SEEDS) {
  describe(`Servers in bad weather ${String(seed)}`, () => {
    const phone = emulatedPhone({
      options: `--picture-code never ${badWeather(seed)}`,
      stepBudgetMs: {
        ...{ 'phone-number': BUDGET_MS, 'sms-code': BUDGET_MS },
        ...{ 'cloud-agreement': BUDGET_MS, account: BUDGET_MS },
      },
    });

    it('get nothing twice, and end in an account or an error that says why @emulated @regression', async () => {
      const signUp = phone.signUp();
      await signUp.openSettings();

      const end = await signUp
        .until(SettingsHome)
        .then(() => signUp.account())
        .catch((error: unknown) => error);

      if (end instanceof Error) expect(end).toBeInstanceOf(HarnessError);
      else expect(end).toHaveProperty('shown');
      expect(await phone.submissions('sms-codes')).toBe(1);
      expect(await phone.duplicates()).toBe(0);
    });
  });
}
