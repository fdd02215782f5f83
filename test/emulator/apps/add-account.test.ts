import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { addXiaomiAccount } from '../../../emulator/apps/account/xiaomi-account.ts';
import { FLAG_ACTIVITY_NEW_TASK } from '../../../emulator/android/task.ts';
import { findProfile } from '../../../emulator/profiles/index.ts';
import { account, PhoneUnderTest } from './phone-under-test.ts';

const SIGN_IN = {
  token: 'token',
  account: { id: '6000000000', nickname: 'Someone', phone: '+12015550123' },
};
const ADD_ACCOUNT = { id: 'com.android.settings:id/add_account' };
const XIAOMI = { text: 'Xiaomi Account' };

let phone: PhoneUnderTest;
afterEach(() => phone.stop());

async function startPhone(profileId = 'redmi-note-13-pro-5g'): Promise<void> {
  phone = new PhoneUnderTest({}, { profile: findProfile(profileId) });
  await phone.start();
}

describe('adding an account in Settings', () => {
  it('is offered in Accounts & sync, and lists Xiaomi', async () => {
    await startPhone();
    phone.open('com.android.settings/.Settings$AccountSyncSettingsActivity');
    await phone.click(ADD_ACCOUNT);
    await phone.waitFor(XIAOMI);
    assert.equal(phone.activity, 'AddAccountSettings');
  });

  it('is opened by the intent for it, over what is open in Settings', async () => {
    await startPhone();
    phone.open('com.android.settings/.Settings');
    phone.system.activities.start({
      action: 'android.settings.ADD_ACCOUNT_SETTINGS',
      flags: FLAG_ACTIVITY_NEW_TASK,
    });
    await phone.waitFor(XIAOMI);
    phone.system.activities.back();
    assert.equal(phone.activity, 'MiuiSettings');
  });

  it('leads to the login where nobody is signed in', async () => {
    await startPhone();
    phone.open('com.android.settings/.accounts.AddAccountSettings');
    await phone.tapRow(XIAOMI.text);
    await phone.waitFor(account('get_login_type'));
  });

  it('leads to the account where somebody is', async () => {
    await startPhone();
    addXiaomiAccount(phone.system, SIGN_IN);
    phone.open('com.android.settings/.accounts.AddAccountSettings');
    await phone.tapRow(XIAOMI.text);
    await phone.waitFor(account('logout_btn'));
  });

  it('ends once the account is there', async () => {
    await startPhone();
    phone.open('com.android.settings/.Settings$AccountSyncSettingsActivity');
    await phone.click(ADD_ACCOUNT);
    addXiaomiAccount(phone.system, SIGN_IN);
    assert.equal(phone.activity, 'Settings$AccountSyncSettingsActivity');
  });
});
