import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { account, ACCOUNT_ID, CODE, PhoneUnderTest } from './phone-under-test.ts';

const ACCOUNT_ROW = { text: 'Xiaomi Account' };

describe('signing up from Settings', () => {
  let phone: PhoneUnderTest;

  beforeEach(async () => {
    phone = new PhoneUnderTest();
    await phone.start();
  });
  afterEach(() => phone.stop());

  const accountRowValue = () => {
    const row = phone
      .nodes()
      .find(
        (node) => node.clickable && node.children.some(({ text }) => text === ACCOUNT_ROW.text),
      );
    return row?.children.find(({ resourceId }) => resourceId?.endsWith(':id/text_right'))?.text;
  };
  const scrollToAccountRow = () => {
    for (let swipes = 0; swipes < 5 && !phone.find(ACCOUNT_ROW); swipes++) {
      const list = phone.find({ id: 'com.android.settings:id/scroll_headers' });
      assert.ok(list);
      phone.perform(list, { kind: 'scrollForward' });
    }
  };

  it('opens the login from the account row', async () => {
    phone.open('com.android.settings/.Settings');
    scrollToAccountRow();
    const row = (await phone.waitFor(ACCOUNT_ROW)).parent;
    assert.ok(row);
    phone.perform(row, { kind: 'click' });
    await phone.waitFor(account('get_login_type'));
  });

  it('shows nothing beside the account row when nobody is signed in', () => {
    phone.open('com.android.settings/.Settings');
    scrollToAccountRow();
    assert.equal(accountRowValue() ?? '', '');
  });

  it('adds the account to the phone', async () => {
    await phone.toCloudPage();
    assert.deepEqual(phone.system.accounts.list(), [{ name: ACCOUNT_ID, type: 'com.xiaomi' }]);
  });

  it('registers the account at the service', async () => {
    await phone.toCloudPage();
    assert.deepEqual(
      phone.service.accounts.list().map(({ id }) => id),
      [ACCOUNT_ID],
    );
  });

  it('ends in Settings, which shows the account', async () => {
    await phone.toCloudPage();
    await phone.click({ text: 'Agree' });
    await phone.until(() => phone.activity === 'MiuiSettings', 'Settings');
    scrollToAccountRow();
    assert.equal(accountRowValue(), ACCOUNT_ID);
  });

  it('leaves the screen to Home when that was opened meanwhile', async () => {
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture();
    phone.system.activities.home();
    await phone.until(() => phone.system.accounts.list().length > 0, 'the account');
    assert.equal(phone.activity, 'Launcher');
  });

  it('tells the service what was agreed to', async () => {
    await phone.toCloudPage();
    const sync = phone.nodes().find(({ checkable }) => checkable);
    assert.ok(sync);
    phone.perform(sync, { kind: 'click' });
    await phone.click({ text: 'Agree' });
    await phone.until(() => phone.activity === 'MiuiSettings', 'Settings');
    const [made] = phone.service.accounts.list();
    assert.deepEqual([made?.cloud?.sync, made?.cloud?.findDevice], [false, true]);
  });

  it('can go without Xiaomi Cloud', async () => {
    await phone.toCloudPage();
    await phone.click({ text: 'Skip' });
    await phone.waitFor({ text: "Don't use Xiaomi Cloud?" });
    await phone.click({ text: "Don't use" });
    await phone.until(() => phone.activity === 'MiuiSettings', 'Settings');
    assert.equal(phone.service.accounts.list()[0]?.cloud, null);
  });

  it('asks for the picture before the code where the service wants that', async () => {
    await phone.stop();
    phone = new PhoneUnderTest({ pictureCode: 'before' });
    await phone.start();
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.answerPicture();
    await phone.typeCode(CODE);
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('signs out', async () => {
    await phone.toCloudPage();
    await phone.click({ text: 'Agree' });
    await phone.until(() => phone.activity === 'MiuiSettings', 'Settings');
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.click(account('logout_btn'));
    await phone.click({ text: 'Keep' });
    await phone.until(() => phone.activity === 'MiuiSettings', 'Settings');
    assert.deepEqual(phone.system.accounts.list(), []);
  });

  it('shows in account security that the account has no password', async () => {
    await phone.toCloudPage();
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.click(account('pref_account_security'));
    await phone.waitFor({ text: 'Not set' });
  });

  it('shows the phone among the devices', async () => {
    await phone.toCloudPage();
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.click(account('pref_bind_devices'));
    await phone.waitFor({ text: 'This device' });
    assert.ok(phone.find({ text: phone.system.profile.name }));
  });

  it('shows who is signed in, in rows that do nothing', async () => {
    await phone.toCloudPage();
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    const row = await phone.waitFor(account('pref_account_user_id'));
    assert.equal(row.clickable, false);
  });

  it('offers the account that the number has', async () => {
    await phone.toCloudPage();
    phone.system.accounts.remove({ name: ACCOUNT_ID, type: 'com.xiaomi' });
    phone.clock.advance(60_000);
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.waitFor({ text: 'Is this your Xiaomi Account?' });
    await phone.click(account('positive'));
    await phone.answerPicture();
    await phone.waitFor({ text: 'Xiaomi Cloud' });
    assert.equal(phone.service.accounts.list().length, 1);
  });

  it('makes another account for who says that the one on the number is not theirs', async () => {
    await phone.toCloudPage();
    phone.system.accounts.remove({ name: ACCOUNT_ID, type: 'com.xiaomi' });
    phone.clock.advance(60_000);
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.click({ text: "No, I'll create one" });
    await phone.answerPicture();
    await phone.until(() => phone.service.accounts.list().length === 2, 'another account');
  });
});
