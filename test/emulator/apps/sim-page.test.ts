import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { xiaomi13 } from '../../../emulator/profiles/xiaomi-13.ts';
import { parseFault } from '../../../emulator/service/faults.ts';
import type { AccountServiceOptions } from '../../../emulator/service/service.ts';
import { account, PhoneUnderTest } from './phone-under-test.ts';

const NUMBER = '+8613800138000';

describe('signing in by the SIM card', () => {
  let phone: PhoneUnderTest;

  const start = async (
    options: Partial<AccountServiceOptions> = {},
    { number = NUMBER, mobileData = true } = {},
  ) => {
    phone = new PhoneUnderTest(options, { profile: xiaomi13, number });
    await phone.start();
    phone.system.connectivity.mobileData = mobileData;
    phone.open('com.android.settings/.Settings');
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
  };
  const withAccount = { accounts: [{ phone: NUMBER, nickname: '小明' }] };
  afterEach(() => phone.stop());

  const agree = () => phone.click(account('user_agreement_checkbox'));
  const cloud = () => phone.until(() => phone.activity === 'SyncDataSettingsActivity', 'the cloud');

  it('offers to make an account with the number, which is masked', async () => {
    await start();
    await phone.waitFor(account('phone_account_card'));
    assert.deepEqual(
      [
        phone.find(account('tv_phone_number'))?.text,
        phone.find(account('login_or_register'))?.text,
      ],
      ['138****8000', '本机号码一键登录注册'],
    );
  });

  it('offers to sign in to the account that the number has', async () => {
    await start(withAccount);
    await phone.waitFor(account('phone_account_card'));
    assert.deepEqual(
      [phone.find(account('tv_user_name'))?.text, phone.find(account('login_or_register'))?.text],
      ['小明', '本机号码一键登录'],
    );
  });

  it('makes an account without a code', async () => {
    await start({ pictureCode: 'never' });
    await phone.waitFor(account('phone_account_card'));
    await agree();
    await phone.click(account('login_or_register'));
    await cloud();
    assert.equal(phone.service.accounts.list().length, 1);
  });

  it('signs in to the account that is there', async () => {
    await start({ ...withAccount, pictureCode: 'never' });
    await phone.waitFor(account('phone_account_card'));
    await agree();
    await phone.click(account('login_or_register'));
    await cloud();
    assert.equal(phone.service.accounts.list().length, 1);
  });

  it('reads a picture where the service wants that', async () => {
    await start();
    await phone.waitFor(account('phone_account_card'));
    await agree();
    await phone.click(account('login_or_register'));
    await phone.answerPicture();
    await cloud();
  });

  it('asks for the consent that was not given', async () => {
    await start({ pictureCode: 'never' });
    await phone.click(account('login_or_register'));
    await phone.click(account('positive'));
    await cloud();
  });

  it('says what it does while it asks, and can be skipped', async () => {
    await start({ faults: [parseFault('sim-accounts=hang')] });
    await phone.waitFor({ text: '正在查询账号信息…' });
    assert.ok(phone.find(account('query_phone_account')));
    await phone.click(account('skip_query'));
    await phone.waitFor(account('get_login_type'));
  });

  it('leaves for good when it is skipped', async () => {
    await start({ faults: [parseFault('sim-accounts=hang')] });
    await phone.click(account('skip_query'));
    await phone.waitFor(account('get_login_type'));
    phone.system.activities.back();
    assert.equal(phone.activity, 'MiuiSettings');
  });

  it('goes on to the phone number when the service fails, and says nothing', async () => {
    await start({ faults: [parseFault('sim-accounts=status:503')] });
    await phone.waitFor(account('get_login_type'));
    assert.deepEqual(phone.toasts, []);
  });

  it('leads to another account, and back', async () => {
    await start();
    await phone.click(account('login_other'));
    await phone.waitFor(account('get_login_type'));
    phone.system.activities.back();
    await phone.waitFor(account('login_or_register'));
  });

  it('asks for the password of an account that wants it', async () => {
    await start({
      accounts: [{ phone: NUMBER, password: 'secret', demandsPassword: true }],
      pictureCode: 'never',
    });
    await phone.waitFor(account('phone_account_card'));
    await agree();
    await phone.click(account('login_or_register'));
    await phone.waitFor(account('login_id'));
    assert.equal((await phone.waitForAll(account('input'), 2))[0]?.text, '13800138000');
  });

  for (const [why, sim] of [
    ['the number is not of China', { number: '+12015550123' }],
    ['there is no mobile data', { mobileData: false }],
  ] as const) {
    it(`begins with the phone number when ${why}`, async () => {
      await start({}, sim);
      await phone.waitFor(account('get_login_type'));
    });
  }
});
