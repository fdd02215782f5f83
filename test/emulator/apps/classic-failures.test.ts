import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ClassicPhone } from './classic-phone.ts';
import { account, ACCOUNT_ID } from './phone-under-test.ts';

const KEYCODE_BACK = 4;
const REQUEST_TIMEOUT_MS = 5 * 60_000;

describe('what the classic account app says when the service fails', () => {
  let phone: ClassicPhone;
  afterEach(() => phone.stop());

  const sendNumber = async (...faults: string[]) => {
    phone = await ClassicPhone.start({ faults });
    await phone.toNumberPage();
    await phone.sendNumber();
  };
  const sendCode = async (...faults: string[]) => {
    phone = await ClassicPhone.start({ faults });
    await phone.toClassicCodePage();
    await phone.sendCode();
  };

  const toasts: [fault: string, text: string][] = [
    ['status:503', 'Server error'],
    ['html', 'Server error'],
    ['reset', 'A network error occurred. Check your network settings and try again.'],
    ['error:SYSTEM_BUSY', 'System is busy. Wait a minute or two and try again.'],
    ['error:TOO_FREQUENT', 'Too many attempts. Wait a minute or two and try again.'],
    ['error:ACCESS_DENIED', 'Access denied'],
    [
      'error:SMS_LIMIT',
      'Too many verification codes have been sent to this number. Try again later.',
    ],
    [
      'error:SMS_QUOTA',
      'Too many verification codes have been sent to this number. Wait 24 hours and try again.',
    ],
    [
      'error:DEVICE_INSECURE',
      'Security risks found. This device may have been rooted or flashed. Try other sign-in options.',
    ],
  ];
  for (const [fault, text] of toasts) {
    it(`toasts at sms-codes=${fault}`, async () => {
      await sendNumber(`sms-codes=${fault}`);
      await phone.until(() => phone.toasts.length > 0, 'a toast');
      assert.deepEqual(phone.toasts, [text]);
    });
  }

  it('toasts when the phone is offline', async () => {
    phone = await ClassicPhone.start();
    phone.system.connectivity.wifi = false;
    phone.system.connectivity.mobileData = false;
    await phone.toNumberPage();
    await phone.sendNumber();
    await phone.waitForToast("Can't connect to network");
  });

  it('toasts after five minutes without an answer', async () => {
    await sendNumber('sms-codes=hang');
    await phone.waitFor({ text: 'Sending code…' });
    phone.clock.advance(REQUEST_TIMEOUT_MS);
    await phone.waitForToast('The request timed out');
  });

  it('toasts that the terms were not agreed to', async () => {
    await sendCode('sign-in=error:AGREEMENT_REQUIRED');
    await phone.waitForToast('Agree to the terms and conditions first');
  });

  it('says at the field that a number is none', async () => {
    phone = await ClassicPhone.start();
    await phone.toNumberPage();
    await phone.sendNumber('12');
    await phone.waitFor({ text: 'Invalid phone number' });
  });

  it('says at the field that a code is wrong, and empties it', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    await phone.sendCode('999999');
    await phone.waitFor({ text: 'This code is incorrect' });
    assert.equal(phone.text('ev_verify_code'), 'Enter verification code');
  });

  it('says at the field that a code is too old', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    phone.clock.advance(300_000);
    await phone.sendCode();
    await phone.waitFor({ text: 'Code expired. Try again.' });
  });

  it('keeps the code when the service could not be asked', async () => {
    await sendCode('verifications=status:503*1');
    await phone.waitForToast('Server error');
    await phone.tap('btn_login_or_register');
    await phone.waitForCloud();
  });

  it('says in a dialog that a number has too many accounts', async () => {
    await sendCode('sign-in=error:REGISTER_RESTRICTED');
    await phone.waitFor({ text: "Can't use this phone number" });
  });

  it('starts over when the sign-in took too long', async () => {
    await sendCode('sign-in=error:TICKET_EXPIRED');
    await phone.waitForToast('Verification code expired, start over');
    assert.ok(phone.find(account('input_phone_num')));
  });

  it('goes to the password of a number whose account wants it', async () => {
    await sendCode('sign-in=error:PASSWORD_REQUIRED');
    await phone.waitForToast(
      'This number is associated with an existing account, enter your password',
    );
    assert.equal(phone.text('et_account_name'), '13800138000');
  });

  it('asks for another picture when the first no longer counts', async () => {
    phone = await ClassicPhone.start({
      pictureCode: 'after',
      faults: ['sign-in=error:PICTURE_EXPIRED*1'],
    });
    await phone.toClassicCodePage();
    await phone.sendCode();
    await phone.readPicture();
    await phone.tap('btn_login_or_register');
    await phone.waitFor({ text: 'Code expired. Try again.' });
    await phone.readPicture();
    await phone.tap('btn_login_or_register');
    await phone.waitForCloud();
  });

  it('goes back to the picture from the question whose account it is', async () => {
    phone = await ClassicPhone.start({
      pictureCode: 'after',
      faults: ['sign-in=error:PICTURE_EXPIRED*1'],
    });
    phone.service.accounts.create('+8613800138000', 0);
    await phone.toClassicCodePage();
    await phone.sendCode();
    await phone.readPicture();
    await phone.tap('btn_login_or_register');
    await phone.tap('btn_login_account');
    await phone.waitFor({ text: 'Code expired. Try again.' });
    assert.ok(phone.find(account('et_captcha_image')));
  });

  it('signs in at the second try, the code not sent again', async () => {
    await sendCode('sign-in=status:503*1');
    await phone.waitForToast('Server error');
    await phone.tap('btn_login_or_register');
    await phone.waitForCloud();
    const verified = phone.system.logcat
      .entries()
      .filter(({ message }) => message.includes('/v1/verifications'));
    assert.equal(verified.length, 1);
  });

  it('takes back what was wrong with the number when it asks again', async () => {
    await sendNumber('sms-codes=error:PHONE_INVALID*1', 'sms-codes=status:503');
    await phone.waitFor({ text: 'Invalid phone number' });
    await phone.tap('btn_login_or_register_next');
    await phone.waitForToast('Server error');
    assert.equal(phone.find({ text: 'Invalid phone number' }), undefined);
  });

  it('gives up a request that hangs when back is pressed, and says nothing', async () => {
    await sendNumber('sms-codes=hang');
    await phone.waitFor({ text: 'Sending code…' });
    phone.system.windows.input.keyEvent(KEYCODE_BACK);
    const isCancelled = () =>
      phone.system.logcat.entries().some(({ message }) => message.includes('cancelled'));
    await phone.until(isCancelled, 'the cancelled request in the log');
    assert.deepEqual(phone.toasts, []);
  });

  it('toasts when nobody could be signed out', async () => {
    phone = await ClassicPhone.start({ faults: ['session=status:503'] });
    await phone.signUp();
    phone.openAccount();
    await phone.tap('logout_btn');
    await phone.click({ text: 'Keep' });
    await phone.waitForToast("Can't sign out");
    assert.deepEqual(
      phone.system.accounts.list().map(({ name }) => name),
      [ACCOUNT_ID],
    );
  });
});
