import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  addXiaomiAccount,
  removeXiaomiAccount,
} from '../../../emulator/apps/account/xiaomi-account.ts';
import { profiles } from '../../../emulator/profiles/index.ts';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { account, PhoneUnderTest } from './phone-under-test.ts';

const ID = '6000000000';
const SIGN_IN = {
  token: 'token',
  account: { id: ID, nickname: 'Someone', phone: '+12015550123' },
};
const NUMBER_FIELD = { current: 'input', classic: 'input_phone_num' } as const;

let phone: PhoneUnderTest;
afterEach(() => phone.stop());

async function startPhone(profile?: Profile): Promise<void> {
  phone = new PhoneUnderTest({}, profile === undefined ? {} : { profile });
  await phone.start();
}

const posted = () =>
  phone.system.notifications
    .list()
    .filter(({ packageName }) => packageName === 'com.xiaomi.account');

describe('the notification that asks to sign in', () => {
  it('is there from the start on a phone that nobody is signed in on', async () => {
    await startPhone();
    assert.deepEqual(
      posted().map(({ title }) => title),
      ['Sign in to your Xiaomi Account'],
    );
  });

  it('does not drop down over the screen', async () => {
    await startPhone();
    const titles = phone.system.windows.automation.windows().map(({ title }) => title);
    assert.ok(!titles.includes('Heads-up notification'));
  });

  it('is gone once somebody is signed in', async () => {
    await startPhone();
    addXiaomiAccount(phone.system, SIGN_IN);
    assert.equal(posted().length, 0);
  });

  it('is there again once they are signed out', async () => {
    await startPhone();
    addXiaomiAccount(phone.system, SIGN_IN);
    removeXiaomiAccount(phone.system, ID);
    assert.equal(posted().length, 1);
  });

  it('is there again after a restart', async () => {
    await startPhone();
    await phone.system.restart();
    phone.system.completeBoot();
    assert.equal(posted().length, 1);
  });

  for (const profile of profiles) {
    it(`opens the account app's login on ${profile.name}`, async () => {
      await startPhone(profile);
      phone.system.windows.automation.openNotifications();
      const [notification] = posted();
      await phone.tapRow(notification?.title ?? '');
      await phone.waitFor(account(NUMBER_FIELD[profile.generation]));
    });
  }

  it('leads back to what was open before', async () => {
    await startPhone();
    phone.open('com.android.settings/.Settings');
    phone.system.windows.automation.openNotifications();
    await phone.tapRow('Sign in to your Xiaomi Account');
    await phone.waitFor(account('input'));
    phone.system.activities.back();
    assert.equal(phone.activity, 'MiuiSettings');
  });
});
