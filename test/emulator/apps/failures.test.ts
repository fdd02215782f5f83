import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { parseFault } from '../../../emulator/service/faults.ts';
import { account, CODE, PhoneUnderTest } from './phone-under-test.ts';

const REQUEST_TIMEOUT_MS = 5 * 60_000;

describe('what the account app says when the service fails', () => {
  let phone: PhoneUnderTest;
  let rejections: unknown[];
  const onRejection = (reason: unknown) => rejections.push(reason);

  beforeEach(() => {
    rejections = [];
    process.on('unhandledRejection', onRejection);
  });
  afterEach(async () => {
    await phone.stop();
    process.off('unhandledRejection', onRejection);
  });

  const start = async (...faults: string[]) => {
    phone = new PhoneUnderTest({ faults: faults.map(parseFault) });
    await phone.start();
  };
  const toast = () => phone.until(() => phone.toasts.length > 0, 'a toast');

  const toasts: [fault: string, text: string][] = [
    ['sms-codes=status:503', 'Server error'],
    ['sms-codes=html', 'Server error'],
    ['sms-codes=wrong-json', 'Server error'],
    ['sms-codes=reset', 'A network error occurred. Check your network settings and try again.'],
    ['sms-codes=error:SYSTEM_BUSY', 'System is busy. Wait a minute or two and try again.'],
    ['sms-codes=error:TOO_FREQUENT', 'Too many attempts. Wait a minute or two and try again.'],
    ['sms-codes=error:ACCESS_DENIED', 'Access denied'],
  ];
  for (const [fault, text] of toasts) {
    it(`toasts at ${fault}`, async () => {
      await start(fault);
      await phone.toPhonePage();
      await phone.submitPhone();
      await toast();
      assert.deepEqual(phone.toasts, [text]);
    });
  }

  const dialogs: [fault: string, text: string][] = [
    [
      'sms-codes=error:SMS_LIMIT',
      'Too many verification codes have been sent to this number. Try again later.',
    ],
    [
      'sms-codes=error:SMS_QUOTA',
      'Too many verification codes have been sent to this number. Wait 24 hours and try again.',
    ],
    [
      'sms-codes=error:DEVICE_INSECURE',
      'Security risks found. This device may have been rooted or flashed. Try other sign-in options.',
    ],
  ];
  for (const [fault, text] of dialogs) {
    it(`opens a dialog at ${fault}`, async () => {
      await start(fault);
      await phone.toPhonePage();
      await phone.submitPhone();
      await phone.waitFor({ text });
    });
  }

  it('takes back what was wrong with the number when it asks again', async () => {
    await start('sms-codes=error:PHONE_INVALID*1', 'sms-codes=status:503');
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor({ text: 'Invalid phone number' });
    await phone.click(account('get_login_type'));
    await toast();
    assert.equal(phone.find({ text: 'Invalid phone number' }), undefined);
  });

  it('takes back what was wrong with the code when another one is sent', async () => {
    await start();
    await phone.toCodePage();
    await phone.typeCode('999999');
    await phone.waitFor({ text: 'This code is incorrect' });
    phone.clock.advance(60_000);
    await phone.click({ text: 'Resend code' });
    await phone.waitFor({ text: 'Send in 60' });
    assert.equal(phone.find({ text: 'This code is incorrect' }), undefined);
  });

  it('takes back what was wrong with the password when it asks again', async () => {
    await start('password-sign-in=error:PASSWORD_WRONG*1', 'password-sign-in=status:503');
    await phone.toPhonePage();
    await phone.click(account('password_login'));
    for (const field of await phone.waitForAll(account('input'), 2)) {
      phone.perform(field, { kind: 'setText', text: 'secret' });
    }
    await phone.click(account('login'));
    await phone.waitFor({ text: 'Incorrect account or password' });
    await phone.click(account('login'));
    await toast();
    assert.equal(phone.find({ text: 'Incorrect account or password' }), undefined);
  });

  it('says in a dialog that a number has too many accounts', async () => {
    await start('sign-in=error:REGISTER_RESTRICTED');
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture();
    await phone.waitFor({ text: "Can't use this phone number" });
  });

  it('starts over when the sign-in took too long', async () => {
    await start('sign-in=error:TICKET_EXPIRED');
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture();
    await phone.waitFor(account('get_login_type'));
  });

  it('says that the phone is offline', async () => {
    await start();
    phone.system.connectivity.wifi = false;
    phone.system.connectivity.mobileData = false;
    await phone.toPhonePage();
    await phone.submitPhone();
    await toast();
    assert.deepEqual(phone.toasts, ["Can't connect to network"]);
  });

  it('shows what it is waiting for', async () => {
    await start('sms-codes=hang');
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor({ text: 'Sending code…' });
  });

  it('gives up after five minutes', async () => {
    await start('sms-codes=hang');
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor({ text: 'Sending code…' });
    phone.clock.advance(REQUEST_TIMEOUT_MS);
    await toast();
    assert.deepEqual(phone.toasts, ['The request timed out']);
  });

  it('drops the request silently when the app is stopped', async () => {
    await start('sms-codes=hang');
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor({ text: 'Sending code…' });
    phone.system.activities.forceStop('com.xiaomi.account');
    const isCancelled = () =>
      phone.system.logcat.entries().some(({ message }) => message.includes('cancelled'));
    await phone.until(isCancelled, 'the cancelled request in the log');
    assert.deepEqual([phone.toasts, rejections], [[], []]);
  });

  it('survives a service that stops in mid-request', async () => {
    await start('sms-codes=hang');
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor({ text: 'Sending code…' });
    await phone.service.stop();
    await toast();
    assert.deepEqual(rejections, []);
  });

  it('writes neither number nor code to the log', async () => {
    await start();
    await phone.toCloudPage();
    const log = phone.system.logcat
      .entries()
      .filter(({ tag }) => tag.startsWith('Passport') || tag.startsWith('Account'))
      .map(({ message }) => message)
      .join('\n');
    assert.doesNotMatch(log, /\d{4,}/);
  });
});
