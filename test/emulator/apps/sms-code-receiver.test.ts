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

  const allow = () => phone.system.gates.set('sms-autofill', 'on');

  it('signs in without a key being pressed', async () => {
    allow();
    await phone.toCodePage();
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('comes as long after the message as the gate says', async () => {
    phone.system.gates.set('sms-autofill', '300ms');
    await phone.toCodePage();
    phone.clock.advance(299);
    assert.ok(phone.find(account('verify_code')));
    phone.clock.advance(1);
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('waits for the person where messages with codes are kept from apps', async () => {
    await phone.toCodePage();
    await phone.typeCode(CODE.slice(1));
    assert.ok(phone.find(account('verify_code')));
  });

  it('waits for the person again once the gate is shut', async () => {
    allow();
    phone.system.gates.set('sms-autofill', 'off');
    await phone.toCodePage();
    await phone.typeCode(CODE.slice(1));
    assert.ok(phone.find(account('verify_code')));
  });

  it('is a permission that appops grants too', async () => {
    phone.system.packages.get('com.xiaomi.account')?.appOps.set('MIUIOP(10018)', 'allow');
    await phone.toCodePage();
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('does not happen with free network SMS, of which no app is told', async () => {
    allow();
    phone.system.gates.set('free-sms', 'on');
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

  it('takes a message that is quicker than the answer of the service', async () => {
    await phone.stop();
    phone = new PhoneUnderTest({ pictureCode: 'never', sms: { loss: 1 } });
    await phone.start();
    allow();
    await phone.toPhonePage();
    await phone.submitPhone();
    assert.equal(phone.find(account('verify_code')), undefined);
    phone.system.telephony.receiveSms({ from: 'xiaomi', body: CODE });
    await phone.waitFor(account('verify_code'));
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
