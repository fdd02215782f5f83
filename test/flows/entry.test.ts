import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { setUp, steps } from './sign-up-under-test.ts';

const STEPS = ['settings', 'phone-number', 'sms-code', 'picture-code', 'cloud-agreement'];

/** Goes into the account app by Accounts & sync instead of the account row. */
async function byAddAccount(options: Parameters<typeof setUp>[0]) {
  const parts = setUp(options);
  const { phone, signUp } = parts;
  const settings = new SettingsHome(phone.driver);
  const home = await signUp.openSettings();
  await signUp.instead(home, () => settings.tapAccountsAndSync(), 'Accounts & sync');
  await signUp.until(SettingsHome);
  return parts;
}

describe('a sign-up by Add account', () => {
  for (const endsAt of [undefined, 'accounts', 'addAccount'] as const) {
    it(`comes back to Settings where the phone ends up at ${endsAt ?? 'its home page'}`, async () => {
      const { signUp, events } = await byAddAccount(endsAt === undefined ? {} : { endsAt });
      assert.equal((await signUp.account()).shown, '6230000535');
      assert.deepEqual(
        steps(events),
        [...STEPS, 'account'].map((step) => `${step} passed`),
      );
    });
  }

  it('goes through the account app once', async () => {
    const { phone } = await byAddAccount({ endsAt: 'accounts' });
    assert.equal(phone.log.filter((entry) => entry === 'submit settings').length, 1);
  });
});
