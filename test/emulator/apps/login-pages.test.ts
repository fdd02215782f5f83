import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { account, CODE, PhoneUnderTest } from './phone-under-test.ts';

describe('login pages', () => {
  let phone: PhoneUnderTest;

  beforeEach(async () => {
    phone = new PhoneUnderTest();
    await phone.start();
  });
  afterEach(() => phone.stop());

  const text = (name: string) => phone.find(account(name))?.text;

  it("starts with the profile's country", async () => {
    await phone.toPhonePage();
    assert.equal(text('country_code'), '+1');
  });

  it('takes another country from the list', async () => {
    await phone.toPhonePage();
    await phone.click(account('country_code'));
    await phone.type(account('search'), 'swed');
    const row = (await phone.waitFor({ text: 'Sweden' })).parent;
    assert.ok(row);
    phone.perform(row, { kind: 'click' });
    await phone.waitFor(account('get_login_type'));
    assert.equal(text('country_code'), '+46');
  });

  it('says that no country is found', async () => {
    await phone.toPhonePage();
    await phone.click(account('country_code'));
    await phone.type(account('search'), 'atlantis');
    await phone.waitFor({ text: 'No country found' });
  });

  describe('the index beside the countries', () => {
    const touch = (action: 'down' | 'move' | 'up', at: number) => {
      const strip = phone.find(account('fast_indexer'))?.bounds;
      assert.ok(strip);
      const y = Math.round(strip.top + (strip.bottom - strip.top) * at);
      phone.system.windows.automation.injectTouch({ action, x: strip.left + 20, y });
    };
    const firstCountry = () => phone.find(account('area'))?.text;

    beforeEach(async () => {
      await phone.toPhonePage();
      await phone.click(account('country_code'));
      await phone.waitFor(account('fast_indexer'));
    });

    it('shows the letter under the finger, and what stands under it', () => {
      touch('down', 0.5);
      const letter = text('fast_indexer_high_light') ?? '';
      assert.match(letter, /^[A-Z]$/);
      assert.equal(firstCountry()?.[0], letter);
    });

    it('follows the finger', () => {
      touch('down', 0.1);
      touch('move', 0.6);
      assert.equal(firstCountry()?.[0], text('fast_indexer_high_light'));
    });

    it('leaves the list where it is when the finger is lifted', () => {
      touch('down', 0.5);
      const there = firstCountry();
      touch('up', 0.5);
      assert.deepEqual([text('fast_indexer_high_light'), firstCountry()], [undefined, there]);
    });

    it('makes way for what is searched for', async () => {
      await phone.type(account('search'), 'swed');
      assert.equal(phone.find(account('fast_indexer')), undefined);
    });
  });

  it('wants a number', async () => {
    await phone.toPhonePage();
    await phone.click(account('get_login_type'));
    await phone.waitFor({ text: 'Enter phone number' });
  });

  it('says at the field that a number is none', async () => {
    await phone.toPhonePage();
    await phone.submitPhone('12');
    await phone.waitFor({ text: 'Invalid phone number' });
  });

  it('asks for consent that was not given, and goes on with it', async () => {
    await phone.toPhonePage();
    await phone.type(account('input'), '2015550123');
    await phone.click(account('get_login_type'));
    await phone.click(account('positive'));
    await phone.waitFor(account('verify_code'));
  });

  it('stays where it is without consent', async () => {
    await phone.toPhonePage();
    await phone.type(account('input'), '2015550123');
    await phone.click(account('get_login_type'));
    await phone.click(account('negative'));
    await phone.waitFor(account('get_login_type'));
    assert.equal(phone.find(account('user_agreement_checkbox'))?.checked, false);
  });

  for (const digits of [4, 6, 8]) {
    it(`takes a code of ${digits} digits once the last one is typed`, async () => {
      await phone.stop();
      phone = new PhoneUnderTest({ sms: { digits }, pictureCode: 'never' });
      await phone.start();
      await phone.toCodePage();
      await phone.typeCode('0'.repeat(digits - 1));
      assert.ok(phone.find(account('verify_code')), 'it was sent too early');
      await phone.typeCode('0');
      await phone.waitFor({ text: 'Xiaomi Cloud' });
    });
  }

  it('shows where the code was sent', async () => {
    await phone.toCodePage();
    assert.equal(text('send_phone'), 'Code sent to +1 2015550123');
  });

  it('never tells accessibility what is in the code field', async () => {
    await phone.toCodePage();
    await phone.typeCode('12345');
    assert.equal(text('verify_code') ?? '', '');
  });

  it('counts down to the resend', async () => {
    await phone.toCodePage();
    const first = text('resend_timer');
    phone.clock.advance(59_000);
    assert.deepEqual([first, text('resend_timer')], ['Send in 60', 'Send in 1']);
  });

  it('sends another code after the countdown', async () => {
    await phone.toCodePage();
    phone.clock.advance(60_000);
    await phone.click({ text: 'Resend code' });
    await phone.waitFor({ text: 'Send in 60' });
    phone.clock.advance(0);
    assert.equal(phone.system.sms.rows.length, 2);
  });

  it('says that a code is wrong, and empties the field', async () => {
    await phone.toCodePage();
    await phone.typeCode('999999');
    await phone.waitFor({ text: 'This code is incorrect' });
    await phone.typeCode(CODE);
    await phone.waitFor(account('captcha_image'));
  });

  it('says that a code is too old', async () => {
    await phone.toCodePage();
    phone.clock.advance(300_000);
    await phone.typeCode(CODE);
    await phone.waitFor({ text: 'Code expired. Try again.' });
  });

  it('describes the picture', async () => {
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.waitFor({ desc: 'Image verification code' });
  });

  it('says that the text of a picture is wrong', async () => {
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture('WRONG');
    await phone.waitFor({ text: 'The code you entered is incorrect' });
  });

  it('goes on with the next picture after a wrong text', async () => {
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.answerPicture('WRONG');
    await phone.waitFor({ text: 'The code you entered is incorrect' });
    await phone.answerPicture();
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('wants the text of a picture', async () => {
    await phone.toCodePage();
    await phone.typeCode(CODE);
    await phone.click(account('positive'));
    await phone.waitFor({ text: 'Enter captcha' });
  });

  it('goes back to the number', async () => {
    await phone.toCodePage();
    phone.system.activities.back();
    await phone.waitFor(account('get_login_type'));
  });

  it('may be photographed, being a test build', async () => {
    await phone.toPhonePage();
    assert.equal(phone.system.windows.secureShown, false);
  });

  it('may not be photographed once the property is set', async () => {
    phone.system.properties.set('debug.passport.secure', '1');
    await phone.toPhonePage();
    assert.equal(phone.system.windows.secureShown, true);
  });
});
