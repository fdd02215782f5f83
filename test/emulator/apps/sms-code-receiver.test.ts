import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { codeInMessage } from '../../../emulator/apps/account/sms-code-receiver.ts';
import { account, CODE, PhoneUnderTest } from './phone-under-test.ts';

describe('the code in a message', () => {
  for (const [body, code] of [
    ['【小米】您的验证码是：4711，5分钟内有效。', '4711'],
    ['Mi Account verification code: 123456. It expires in 5 minutes.', '123456'],
    ['87654321 is your code', '87654321'],
    ['12345 or 1234567, but 1234', '1234'],
    ['G-123456', '123456'],
    ['call +12015550123', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${code} in '${body}'`, () => {
      assert.equal(codeInMessage(body), code);
    });
  }

  it('is a run of 4, 6 or 8 digits, and the first of them', () => {
    const runs = fc.array(fc.stringMatching(/^\d{1,12}$/), { maxLength: 6 });
    fc.assert(
      fc.property(runs, (digits) => {
        const first = digits.find(({ length }) => [4, 6, 8].includes(length));
        assert.equal(codeInMessage(digits.join(' – ')), first);
      }),
    );
  });
});

describe('filling in the code by itself', () => {
  let phone: PhoneUnderTest;

  beforeEach(async () => {
    phone = new PhoneUnderTest({ pictureCode: 'never' });
    await phone.start();
  });
  afterEach(() => phone.stop());

  const allow = () => phone.system.packages.get('com.xiaomi.account')?.appOps.set('10018', 'allow');

  it('signs in without a key being pressed', async () => {
    allow();
    await phone.toCodePage();
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('waits for the person where messages with codes are kept from apps', async () => {
    await phone.toCodePage();
    await phone.typeCode(CODE.slice(1));
    assert.ok(phone.find(account('verify_code')));
  });

  it('takes the place of what was typed', async () => {
    allow();
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor(account('verify_code'));
    await phone.typeCode('123');
    phone.clock.advance(0);
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('hears nothing any more once the page is left', async () => {
    allow();
    await phone.toPhonePage();
    await phone.submitPhone();
    await phone.waitFor(account('verify_code'));
    phone.system.activities.back();
    phone.clock.advance(0);
    assert.ok(phone.find(account('get_login_type')));
  });
});
