import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { parseFault } from '../../../emulator/service/faults.ts';
import { account, PhoneUnderTest } from './phone-under-test.ts';

const NUMBER = '+12015550123';
const PASSWORD = 'secret';
const QUESTION = 'Delete synced items from this device?';

describe('signing out', () => {
  let phone: PhoneUnderTest;

  /** Signed in with a password, Xiaomi Cloud agreed to, at the account's home. */
  const start = async ({ findDevice = true, faults = [] as string[] } = {}) => {
    phone = new PhoneUnderTest({
      accounts: [{ phone: NUMBER, password: PASSWORD }],
      faults: faults.map(parseFault),
    });
    await phone.start();
    await phone.toPhonePage();
    await phone.click(account('password_login'));
    const [login, password] = await phone.waitForAll(account('input'), 2);
    assert.ok(login && password);
    phone.perform(login, { kind: 'setText', text: NUMBER });
    phone.perform(password, { kind: 'setText', text: PASSWORD });
    await phone.click(account('login'));
    await phone.waitFor({ text: 'Agree' });
    if (!findDevice) {
      const find = phone.nodes().filter(({ checkable }) => checkable)[1];
      assert.ok(find);
      phone.perform(find, { kind: 'click' });
    }
    await phone.click({ text: 'Agree' });
    await phone.until(() => phone.activity === 'MiuiSettings', 'Settings');
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.click(account('logout_btn'));
  };
  afterEach(() => phone.stop());

  const enterPassword = async (text: string) => {
    await phone.waitFor({ text: 'OK' });
    const field = phone.nodes().find(({ editable }) => editable);
    assert.ok(field);
    phone.perform(field, { kind: 'setText', text });
    await phone.click({ text: 'OK' });
  };
  const signedOut = () =>
    phone.until(() => phone.system.accounts.list().length === 0, 'no account');

  it('asks for the password while Find device is on, then about the data', async () => {
    await start();
    await enterPassword(PASSWORD);
    await phone.waitFor({ text: QUESTION });
    await phone.click({ text: 'Remove' });
    await signedOut();
  });

  it('stays signed in while the password is wrong', async () => {
    await start();
    await enterPassword('wrong');
    await phone.until(() => phone.find({ text: 'OK' })?.enabled === false, 'an empty field');
    assert.equal(phone.find({ text: QUESTION }), undefined);
    assert.equal(phone.system.accounts.list().length, 1);
  });

  it('asks about the data at once while Find device is off', async () => {
    await start({ findDevice: false });
    await phone.waitFor({ text: QUESTION });
    await phone.click({ text: 'Keep' });
    await signedOut();
  });

  it('says what it is doing', async () => {
    await start({ findDevice: false, faults: ['session=hang'] });
    await phone.click({ text: 'Keep' });
    await phone.waitFor({ text: 'Signing out…' });
  });

  it('says that it failed, and leaves the account', async () => {
    await start({ findDevice: false, faults: ['session=status:503'] });
    await phone.click({ text: 'Keep' });
    await phone.until(() => phone.toasts.length > 0, 'a toast');
    assert.equal(phone.toasts[0], "Can't sign out");
    assert.equal(phone.system.accounts.list().length, 1);
  });
});
