import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { PictureOrder } from '../../../emulator/service/settings.ts';
import { ClassicPhone } from './classic-phone.ts';
import { account, ACCOUNT_ID, CODE } from './phone-under-test.ts';

describe('signing up in the classic account app', () => {
  let phone: ClassicPhone;
  afterEach(() => phone.stop());

  const accounts = () => phone.system.accounts.list().map(({ name }) => name);

  it('opens from the account row of Settings', async () => {
    phone = await ClassicPhone.start();
    phone.system.activities.start({ action: 'android.settings.XIAOMI_ACCOUNT_SYNC_SETTINGS' });
    await phone.waitFor(account('input_phone_num'));
    assert.equal(
      phone.system.activities.resumed?.component.className,
      'com.xiaomi.account.ui.LoginActivity',
    );
  });

  it('needs number and code where the service wants no picture', async () => {
    phone = await ClassicPhone.start({ pictureCode: 'never' });
    await phone.toClassicCodePage();
    await phone.sendCode();
    await phone.waitForCloud();
    assert.deepEqual(accounts(), [ACCOUNT_ID]);
  });

  it('asks for a picture on the page of the number where the service wants one before', async () => {
    phone = await ClassicPhone.start({ pictureCode: 'before' });
    await phone.toNumberPage();
    await phone.sendNumber();
    await phone.readPicture();
    await phone.tap('btn_login_or_register_next');
    await phone.sendCode();
    await phone.waitForCloud();
    assert.deepEqual(accounts(), [ACCOUNT_ID]);
  });

  it('asks for a picture in the place of a web check, for which it has no page', async () => {
    phone = await ClassicPhone.start({ webCheck: true });
    await phone.toNumberPage();
    await phone.sendNumber();
    await phone.readPicture();
    await phone.tap('btn_login_or_register_next');
    await phone.sendCode();
    await phone.waitForCloud();
    assert.deepEqual(accounts(), [ACCOUNT_ID]);
  });

  it('asks for a picture on the page of the code where the service wants one after', async () => {
    phone = await ClassicPhone.start({ pictureCode: 'after' });
    await phone.toClassicCodePage();
    await phone.sendCode();
    await phone.readPicture();
    await phone.tap('btn_login_or_register');
    await phone.waitForCloud();
    assert.deepEqual(accounts(), [ACCOUNT_ID]);
  });

  for (const language of ['zh-CN', 'zh-TW', 'ru'])
    for (const pictureCode of ['before', 'after'] satisfies PictureOrder[])
      it(`passes in ${language}, picture ${pictureCode}`, async () => {
        phone = await ClassicPhone.start({ language, pictureCode });
        await phone.toNumberPage();
        await phone.sendNumber();
        if (pictureCode === 'before') {
          await phone.readPicture();
          await phone.tap('btn_login_or_register_next');
        }
        await phone.sendCode();
        if (pictureCode === 'after') {
          await phone.readPicture();
          await phone.tap('btn_login_or_register');
        }
        await phone.waitForCloud();
        assert.deepEqual(accounts(), [ACCOUNT_ID]);
      });

  it('tells the service each thing once', async () => {
    phone = await ClassicPhone.start({ pictureCode: 'after' });
    await phone.toClassicCodePage();
    await phone.sendCode();
    await phone.readPicture();
    await phone.tap('btn_login_or_register');
    await phone.waitForCloud();
    const requests = phone.system.logcat
      .entries()
      .filter(({ tag }) => tag === 'PassportHttp')
      .map(({ message }) => message);
    assert.deepEqual(requests, [
      'POST /v1/sms-codes 200',
      'POST /v1/verifications 200',
      'POST /v1/pictures 201',
      'POST /v1/pictures/…/answers 204',
      'POST /v1/sign-in 200',
    ]);
  });

  it('shows the account at its home', async () => {
    phone = await ClassicPhone.start();
    await phone.signUp();
    phone.openAccount();
    await phone.waitFor(account('user_avatar'));
    assert.deepEqual([phone.text('user_name'), phone.text('user_id')], [ACCOUNT_ID, ACCOUNT_ID]);
  });

  const signUpAgain = async () => {
    await phone.signUp();
    phone.system.accounts.remove({ name: ACCOUNT_ID, type: 'com.xiaomi' });
    phone.clock.advance(60_000);
    await phone.toClassicCodePage();
    await phone.sendCode(CODE);
    await phone.waitFor(account('recycle_prompt'));
  };

  it('asks whose account a number has, in its words', async () => {
    phone = await ClassicPhone.start();
    await signUpAgain();
    assert.deepEqual(
      [phone.text('btn_login_account'), phone.text('btn_reg_account')],
      ['Yes', 'Nope'],
    );
  });

  it('signs in to the account that is the person’s', async () => {
    phone = await ClassicPhone.start();
    await signUpAgain();
    await phone.tap('btn_login_account');
    await phone.waitForCloud();
    assert.deepEqual(accounts(), [ACCOUNT_ID]);
  });

  it('makes another account for who is not the last owner of the number', async () => {
    phone = await ClassicPhone.start();
    await signUpAgain();
    await phone.tap('btn_reg_account');
    await phone.waitForCloud();
    assert.deepEqual(accounts(), ['6000000001']);
  });
});
