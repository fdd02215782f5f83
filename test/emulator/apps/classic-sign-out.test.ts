import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ClassicPhone, NUMBER } from './classic-phone.ts';
import { account } from './phone-under-test.ts';

const WANTS_PASSWORD = { text: 'Enter your password' };
const ABOUT_DATA = { text: 'Delete synced items from this device?' };

describe('signing out of the classic account app', () => {
  let phone: ClassicPhone;
  beforeEach(async () => {
    phone = await ClassicPhone.start();
  });
  afterEach(() => phone.stop());

  /** Signed in to an account that has a password, Find device on or off, and at Sign out. */
  const tapSignOut = async ({ findDevice }: { findDevice: boolean }) => {
    phone.service.accounts.create(`+86${NUMBER}`, 0, { password: 'secret' });
    await phone.toNumberPage();
    await phone.tap('entry_to_account_password_login');
    await phone.type(account('et_account_name'), NUMBER);
    await phone.type(account('et_account_password'), 'secret');
    await phone.tap('btn_login');
    await phone.waitForCloud();
    const setting = findDevice ? '1' : '0';
    phone.system.settings.put('secure', 'micloud_find_device_enabled', setting);
    phone.openAccount();
    await phone.tap('logout_btn');
  };
  const answerPassword = async (password: string) => {
    await phone.waitFor(WANTS_PASSWORD);
    const field = phone.nodes().find(({ editable }) => editable);
    assert.ok(field);
    phone.perform(field, { kind: 'setText', text: password });
    await phone.click({ text: 'OK' });
  };
  const signedOut = () =>
    phone.until(() => phone.system.accounts.list().length === 0, 'nobody signed in');

  it('asks at once what becomes of the data while Find device is off', async () => {
    await tapSignOut({ findDevice: false });
    await phone.waitFor(ABOUT_DATA);
  });

  it('wants the password while Find device is on', async () => {
    await tapSignOut({ findDevice: true });
    await answerPassword('secret');
    await phone.waitFor(ABOUT_DATA);
  });

  it('says that the password is wrong', async () => {
    await tapSignOut({ findDevice: true });
    await answerPassword('guess');
    await phone.waitFor({ text: 'Incorrect password' });
  });

  it('stays signed in without the password', async () => {
    await tapSignOut({ findDevice: true });
    await phone.waitFor(WANTS_PASSWORD);
    await phone.click({ text: 'Cancel' });
    await phone.waitFor(account('logout_btn'));
    assert.equal(phone.system.accounts.list().length, 1);
  });

  it('asks nobody for a password that the account has not', async () => {
    await phone.signUp();
    phone.system.settings.put('secure', 'micloud_find_device_enabled', '1');
    phone.openAccount();
    await phone.tap('logout_btn');
    await phone.waitFor(ABOUT_DATA);
  });

  for (const answer of ['Remove', 'Keep']) {
    it(`ends in Settings, nobody signed in: ${answer}`, async () => {
      await tapSignOut({ findDevice: false });
      await phone.click({ text: answer });
      await signedOut();
      assert.equal(phone.activity, 'MiuiSettings');
    });
  }

  it('forgets the switches of Xiaomi Cloud', async () => {
    await tapSignOut({ findDevice: true });
    await answerPassword('secret');
    await phone.click({ text: 'Keep' });
    await signedOut();
    const { settings } = phone.system;
    assert.equal(settings.get('secure', 'micloud_find_device_enabled') ?? null, null);
  });
});
