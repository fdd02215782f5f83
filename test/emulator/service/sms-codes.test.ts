import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorCode, member, ServiceUnderTest } from './service-under-test.ts';

const PHONE = { callingCode: '+1', number: '201 555-0123' };
const MINUTE_MS = 60_000;

describe('SMS codes', () => {
  let test: ServiceUnderTest;

  beforeEach(async () => {
    test = new ServiceUnderTest();
    await test.start();
  });
  afterEach(() => test.stop());

  const verify = (code: string) => test.ask('POST', '/v1/verifications', { ...PHONE, code });

  it('sends six digits to the number in E.164', async () => {
    await test.smsCode(PHONE);
    const [sms] = test.sent;
    assert.match(`${sms?.to} ${sms?.from} ${sms?.text}`, /^\+12015550123 xiaomi .*\b\d{6}\b/);
  });

  it('accepts the code that was sent', async () => {
    const answer = await verify(await test.smsCode(PHONE));
    assert.equal(answer.status, 200);
  });

  it('refuses another code', async () => {
    const code = await test.smsCode(PHONE);
    const wrong = code === '000000' ? '000001' : '000000';
    assert.equal(errorCode(await verify(wrong)), 'SMS_CODE_WRONG');
  });

  it('accepts a code just before five minutes', async () => {
    const code = await test.smsCode(PHONE);
    test.clock.advance(5 * MINUTE_MS - 1);
    assert.equal((await verify(code)).status, 200);
  });

  it('refuses a code after five minutes', async () => {
    const code = await test.smsCode(PHONE);
    test.clock.advance(5 * MINUTE_MS);
    assert.equal(errorCode(await verify(code)), 'SMS_CODE_EXPIRED');
  });

  it('takes a code once only', async () => {
    const code = await test.smsCode(PHONE);
    await verify(code);
    assert.equal(errorCode(await verify(code)), 'SMS_CODE_EXPIRED');
  });

  it('takes no more tries after five wrong ones', async () => {
    const code = await test.smsCode(PHONE);
    for (let tries = 0; tries < 5; tries++) await verify('x');
    assert.equal(errorCode(await verify(code)), 'TOO_FREQUENT');
  });

  it('sends no second code within a minute', async () => {
    await test.smsCode(PHONE);
    test.clock.advance(MINUTE_MS - 1);
    const answer = await test.ask('POST', '/v1/sms-codes', PHONE);
    assert.equal(errorCode(answer), 'TOO_FREQUENT');
  });

  it('sends a second code as soon as it was set to', async () => {
    await test.admin('PUT', 'sms', { resendAfterSeconds: 5 });
    await test.smsCode(PHONE);
    test.clock.advance(5000);
    const { status } = await test.ask('POST', '/v1/sms-codes', PHONE);
    assert.equal(status, 200);
  });

  it('sends no second code sooner than it was set to', async () => {
    await test.admin('PUT', 'sms', { resendAfterSeconds: 90 });
    await test.smsCode(PHONE);
    test.clock.advance(90_000 - 1);
    const answer = await test.ask('POST', '/v1/sms-codes', PHONE);
    assert.equal(errorCode(answer), 'TOO_FREQUENT');
  });

  it('tells the app when it may ask for another', async () => {
    await test.admin('PUT', 'sms', { resendAfterSeconds: 5 });
    const answer = await test.ask('POST', '/v1/sms-codes', PHONE);
    assert.equal(member(answer, 'resendAfterSeconds'), 5);
  });

  it('voids the first code when a second is sent', async () => {
    const first = await test.smsCode(PHONE);
    test.clock.advance(MINUTE_MS);
    const second = await test.smsCode(PHONE);
    assert.ok(second === first || errorCode(await verify(first)) === 'SMS_CODE_WRONG');
  });

  it('sends ten codes a day and says how many hours to wait', async () => {
    for (let sent = 0; sent < 10; sent++) {
      await test.smsCode(PHONE);
      test.clock.advance(MINUTE_MS);
    }
    const { status, body } = await test.ask('POST', '/v1/sms-codes', PHONE);
    const { code, hours } = (body as { error: { code: string; hours: number } }).error;
    assert.deepEqual({ status, code, hours }, { status: 429, code: 'SMS_QUOTA', hours: 24 });
  });

  it('sends again when a day has gone', async () => {
    for (let sent = 0; sent < 10; sent++) {
      await test.smsCode(PHONE);
      test.clock.advance(MINUTE_MS);
    }
    test.clock.advance(24 * 60 * MINUTE_MS);
    assert.match(await test.smsCode(PHONE), /^\d{6}$/);
  });

  const badNumbers = [
    { callingCode: '+1', number: '201555012' },
    { callingCode: '+1', number: '20155501234' },
    { callingCode: '+1234', number: '2015550123' },
    { callingCode: '+1', number: '1234567890' },
    { callingCode: '+1', number: '201555o123' },
    { callingCode: '+8', number: '613912345678' },
    { callingCode: '+1', number: '' },
  ];
  for (const phone of badNumbers) {
    it(`refuses ${phone.callingCode} '${phone.number}'`, async () => {
      assert.equal(errorCode(await test.ask('POST', '/v1/sms-codes', phone)), 'PHONE_INVALID');
    });
  }

  it('drops the trunk zero', async () => {
    await test.smsCode({ callingCode: '+49', number: '0171 3920012' });
    assert.equal(test.sent[0]?.to, '+491713920012');
  });

  it('keeps a zero that belongs to the number', async () => {
    await test.smsCode({ callingCode: '+39', number: '06 1234 5678' });
    assert.equal(test.sent[0]?.to, '+390612345678');
  });

  it('refuses a body that is no object', async () => {
    assert.equal(errorCode(await test.ask('POST', '/v1/sms-codes', 3)), 'BAD_REQUEST');
  });

  it('loses the message when told to', async () => {
    await test.admin('POST', 'faults', { at: 'sms-delivery', kind: 'drop' });
    const answer = await test.ask('POST', '/v1/sms-codes', PHONE);
    test.clock.advance(MINUTE_MS);
    assert.deepEqual([answer.status, test.sent.length], [200, 0]);
  });
});
