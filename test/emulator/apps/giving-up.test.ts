import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { parseFault } from '../../../emulator/service/faults.ts';
import { account, ACCOUNT_ID, CODE, PhoneUnderTest } from './phone-under-test.ts';

const KEYCODE_BACK = 4;

describe('giving up on the way to an account', () => {
  let phone: PhoneUnderTest;

  const start = async (...faults: string[]) => {
    phone = new PhoneUnderTest({ faults: faults.map(parseFault) });
    await phone.start();
  };
  afterEach(() => phone.stop());

  const pressBack = () => phone.system.windows.input.keyEvent(KEYCODE_BACK);

  it('takes the code again after the picture was cancelled', async () => {
    await start();
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.click(account('negative'));
    await phone.typeCode(CODE);
    await phone.answerPicture();
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('takes the code again after the service failed at the sign-in', async () => {
    await start('sign-in=status:503*1');
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture();
    await phone.until(() => phone.toasts.length > 0, 'a toast');
    await phone.typeCode(CODE);
    await phone.answerPicture();
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('takes the code again after nobody said whose account it is', async () => {
    await start();
    await phone.toCloudPage();
    phone.system.accounts.remove({ name: ACCOUNT_ID, type: 'com.xiaomi' });
    phone.clock.advance(60_000);
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.waitFor({ text: 'Is this your Xiaomi Account?' });
    pressBack();
    await phone.typeCode(CODE);
    await phone.waitFor({ text: 'Is this your Xiaomi Account?' });
  });

  it('still checks another code after the picture was cancelled', async () => {
    await start();
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.click(account('negative'));
    await phone.typeCode('999999');
    await phone.waitFor({ text: 'Code expired. Try again.' });
  });

  it('forgets the code that was taken once another one is sent', async () => {
    await start();
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.click(account('negative'));
    phone.clock.advance(60_000);
    await phone.click({ text: 'Resend code' });
    await phone.waitFor({ text: 'Send in 60' });
    // Sent to the service again, which has voided it by then.
    phone.clock.advance(300_000);
    await phone.typeCode(CODE);
    await phone.waitFor({ text: 'Code expired. Try again.' });
  });

  it('keeps the picture when the screen beside it is touched', async () => {
    await start();
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.waitFor(account('captcha_image'));
    // Below the notification of the SMS.
    phone.system.windows.input.tap(360, 500);
    assert.ok(phone.find(account('captcha_image')));
  });

  it('has the keyboard for the code again after a picture was answered and cancelled', async () => {
    await start();
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture('WRONG');
    await phone.waitFor({ text: 'The code you entered is incorrect' });
    await phone.click(account('negative'));
    assert.equal(phone.system.windows.keyboardShown, true);
  });

  it('shows in the picture dialog that the answer is being checked', async () => {
    await start('picture-answers=hang');
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture();
    const ok = await phone.waitFor(account('positive'));
    const spinner = phone.nodes().find(({ className }) => className.endsWith('.ProgressBar'));
    assert.deepEqual([ok.enabled, spinner?.visible], [false, true]);
  });

  it('gives up a request that hangs when back is pressed', async () => {
    await start('sms-codes=hang');
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor({ text: 'Sending code…' });
    pressBack();
    assert.ok(phone.find(account('get_login_type')));
  });

  it('says nothing of a request that was given up', async () => {
    await start('sms-codes=hang');
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor({ text: 'Sending code…' });
    pressBack();
    const isCancelled = () =>
      phone.system.logcat.entries().some(({ message }) => message.includes('cancelled'));
    await phone.until(isCancelled, 'the cancelled request in the log');
    assert.deepEqual(phone.toasts, []);
  });
});
