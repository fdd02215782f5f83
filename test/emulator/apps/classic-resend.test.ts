import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ClassicPhone } from './classic-phone.ts';
import { account } from './phone-under-test.ts';

describe('asking for another code in the classic account app', () => {
  let phone: ClassicPhone;
  afterEach(() => phone.stop());

  it('counts down to the resend', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    const first = phone.text('send_vcode_notice');
    phone.clock.advance(59_000);
    const last = phone.text('send_vcode_notice');
    phone.clock.advance(1000);
    assert.deepEqual(
      [first, last, phone.text('send_vcode_notice')],
      ['Resend (60)', 'Resend (1)', 'Resend'],
    );
  });

  it('counts down as many seconds as the service says', async () => {
    phone = await ClassicPhone.start({ sms: { resendAfterSeconds: 20 } });
    await phone.toClassicCodePage();
    assert.equal(phone.text('send_vcode_notice'), 'Resend (20)');
  });

  it('has no countdown where the service wants none', async () => {
    phone = await ClassicPhone.start({ sms: { resendAfterSeconds: 0 } });
    await phone.toClassicCodePage();
    phone.clock.advance(1000);
    assert.equal(phone.text('send_vcode_notice'), 'Resend');
  });

  it('sends another code', async () => {
    phone = await ClassicPhone.start();
    await phone.toClassicCodePage();
    phone.clock.advance(60_000);
    await phone.tap('send_vcode_notice');
    await phone.waitFor({ text: 'Resend (60)' });
    phone.clock.advance(0);
    assert.equal(phone.system.sms.rows.length, 2);
  });

  it('goes back to the number for a picture that must be read before another code', async () => {
    phone = await ClassicPhone.start({ pictureCode: 'before' });
    await phone.toNumberPage();
    await phone.sendNumber();
    await phone.readPicture();
    await phone.tap('btn_login_or_register_next');
    await phone.waitFor(account('ev_verify_code'));
    phone.clock.advance(60_000);
    await phone.tap('send_vcode_notice');
    await phone.readPicture();
    await phone.tap('btn_login_or_register_next');
    await phone.waitFor({ text: 'Resend (60)' });
  });
});
