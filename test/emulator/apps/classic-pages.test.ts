import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ClassicPhone, NUMBER } from './classic-phone.ts';
import { account, CODE } from './phone-under-test.ts';

describe('the pages of the classic account app', () => {
  let phone: ClassicPhone;
  afterEach(() => phone.stop());

  const clickRow = async (text: string) => {
    const row = (await phone.waitFor({ text })).parent;
    assert.ok(row);
    phone.perform(row, { kind: 'click' });
  };
  const picture = () => phone.find(account('et_captcha_image'));

  it('says in the action bar what it is for', async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    const title = phone.find({ id: 'miui:id/action_bar_title' });
    assert.equal(title?.text, 'Sign in with Mi Account');
  });

  it('hints at the phone number, in an EditText', async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    const field = phone.find(account('input_phone_num'));
    assert.deepEqual([field?.className, field?.hint], ['android.widget.EditText', 'Phone number']);
  });

  it('starts agreed to', async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    const box = phone.find(account('license'));
    assert.deepEqual([box?.className, box?.checked], ['android.widget.CheckBox', true]);
  });

  it('asks for nothing while it is not agreed to', async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    await phone.tap('license');
    await phone.sendNumber();
    await phone.waitForToast('Agree to the terms and conditions first');
    assert.ok(phone.find(account('input_phone_num')));
  });

  it('wants a number', async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    await phone.tap('btn_login_or_register_next');
    await phone.waitFor({ text: 'Enter phone number' });
  });

  it("starts with the profile's country", async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    assert.equal(phone.text('phone_region_iso'), '+86');
  });

  it('takes another country from a list', async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    await phone.tap('phone_region_iso');
    const list = await phone.waitFor(account('list'));
    await clickRow('Albania');
    await phone.waitFor(account('input_phone_num'));
    assert.deepEqual(
      [list.className, phone.text('phone_region_iso')],
      ['android.widget.ListView', '+355'],
    );
  });

  it('shows the legal texts', async () => {
    phone = await ClassicPhone.start();
    phone.open('com.xiaomi.account/.ui.LicenseActivity');
    await phone.waitFor({ text: 'Privacy Policy' });
  });

  it('shows where the code was sent', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    assert.equal(phone.text('send_sms_to_mobile_number'), `Code sent to +86 ${NUMBER}`);
  });

  it('takes digits only, which can be read', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    await phone.type(account('ev_verify_code'), '12ab34');
    assert.equal(phone.text('ev_verify_code'), '1234');
  });

  it('does not send a code by itself', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    await phone.type(account('ev_verify_code'), CODE);
    const asked = phone.system.logcat
      .entries()
      .some(({ message }) => message.includes('/v1/verifications'));
    assert.deepEqual([asked, phone.text('ev_verify_code')], [false, CODE]);
  });

  it('wants a code', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    await phone.tap('btn_login_or_register');
    const said = phone.nodes().filter(({ text }) => text === 'Enter verification code');
    // The title, the hint, and what is wrong.
    assert.equal(said.length, 3);
  });

  it('fills in the code of the message, and leaves Next to the person', async () => {
    phone = await ClassicPhone.start();
    phone.system.gates.set('sms-autofill', 'on');
    await phone.toClassicCodePage();
    assert.equal(phone.text('ev_verify_code'), CODE);
    await phone.tap('btn_login_or_register');
    await phone.waitForCloud();
  });

  it('fills in the code as long after the message as the gate says', async () => {
    phone = await ClassicPhone.start();
    phone.system.gates.set('sms-autofill', '2s');
    await phone.toClassicCodePage();
    phone.clock.advance(1999);
    const before = phone.text('ev_verify_code');
    phone.clock.advance(1);
    assert.deepEqual([before === CODE, phone.text('ev_verify_code')], [false, CODE]);
  });

  it('fills in the code of a message that is quicker than the answer of the service', async () => {
    phone = await ClassicPhone.start();
    phone.system.gates.set('sms-autofill', 'on');
    await phone.toNumberPage();
    await phone.sendNumber();
    phone.system.telephony.receiveSms({ from: 'xiaomi', body: '654321' });
    await phone.waitFor(account('ev_verify_code'));
    // The service's own message, which comes after it, is not yet there.
    phone.system.gates.set('sms-autofill', 'off');
    phone.clock.advance(0);
    assert.equal(phone.text('ev_verify_code'), '654321');
  });

  it('fills in no code after the page was left', async () => {
    phone = await ClassicPhone.start();
    phone.system.gates.set('sms-autofill', 'on');
    await phone.toClassicCodePage();
    phone.system.activities.back();
    phone.system.telephony.receiveSms({ from: 'xiaomi', body: '654321' });
    assert.equal(phone.text('input_phone_num'), NUMBER);
  });

  it('shows no picture before the service wants one', async () => {
    phone = await ClassicPhone.start({ pictureCode: 'before' });
    await phone.toNumberPage();
    assert.equal(picture(), undefined);
  });

  const toPicture = async () => {
    phone = await ClassicPhone.start({ pictureCode: 'after' });
    await phone.toClassicCodePage();
    await phone.sendCode();
    await phone.waitFor(account('et_captcha_image'));
  };
  const pictures = () =>
    phone.system.logcat.entries().filter(({ message }) => message === 'POST /v1/pictures 201');

  it('hints at the text of the picture', async () => {
    await toPicture();
    assert.equal(phone.find(account('et_captcha_code'))?.hint, 'Enter code');
  });

  it('shows another picture when it is tapped', async () => {
    await toPicture();
    await phone.tap('et_captcha_image');
    await phone.until(() => pictures().length === 2, 'the second picture');
  });

  it('has no voice code', async () => {
    await toPicture();
    await phone.tap('et_switch');
    await phone.waitForToast('No voice code can be had now. Enter the code from the picture.');
  });

  it('wants the text of the picture', async () => {
    await toPicture();
    await phone.tap('btn_login_or_register');
    await phone.waitFor({ text: 'Enter captcha' });
  });

  it('shows another picture when its text was wrong', async () => {
    await toPicture();
    await phone.readPicture('WRONG');
    await phone.tap('btn_login_or_register');
    await phone.waitFor({ text: 'The code you entered is incorrect' });
    assert.equal(pictures().length, 2);
  });

  it('goes on with the next picture after a wrong text', async () => {
    await toPicture();
    await phone.readPicture('WRONG');
    await phone.tap('btn_login_or_register');
    await phone.waitFor({ text: 'The code you entered is incorrect' });
    await phone.readPicture();
    await phone.tap('btn_login_or_register');
    await phone.waitForCloud();
  });

  it('shows another picture when the first is too old', async () => {
    await toPicture();
    phone.clock.advance(300_000);
    await phone.readPicture();
    await phone.tap('btn_login_or_register');
    await phone.waitFor({ text: 'Code expired. Try again.' });
    assert.equal(pictures().length, 2);
  });

  const toPasswordPage = async (...faults: string[]) => {
    phone = await ClassicPhone.start({ faults });
    phone.service.accounts.create(`+86${NUMBER}`, 0, { password: 'secret' });
    await phone.toNumberPage();
    await phone.tap('entry_to_account_password_login');
    await phone.type(account('et_account_name'), NUMBER);
  };

  it('signs in with a password', async () => {
    await toPasswordPage();
    await phone.type(account('et_account_password'), 'secret');
    await phone.tap('btn_login');
    await phone.waitForCloud();
  });

  it('says that a password is wrong', async () => {
    await toPasswordPage();
    await phone.type(account('et_account_password'), 'guess');
    await phone.tap('btn_login');
    await phone.waitFor({ text: 'Incorrect account or password' });
  });

  it('asks for a picture with the password where the service wants one', async () => {
    await toPasswordPage('password-sign-in=error:PICTURE_REQUIRED*1');
    await phone.type(account('et_account_password'), 'secret');
    await phone.tap('btn_login');
    await phone.readPicture();
    await phone.tap('btn_login');
    await phone.waitForCloud();
  });

  it('goes from the password back to the number', async () => {
    await toPasswordPage();
    await phone.tap('entry_to_sms_login');
    await phone.waitFor(account('input_phone_num'));
  });

  it('helps who forgot the password', async () => {
    await toPasswordPage();
    await phone.tap('forgot_pwd');
    await phone.waitFor(account('positive'));
  });
});
