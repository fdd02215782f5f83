import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { AccountServiceOptions } from '../../../emulator/service/service.ts';
import { member, ServiceUnderTest } from './service-under-test.ts';

const PHONE = { callingCode: '+1', number: '2015550123' };
const OTHER = { callingCode: '+49', number: '01713920012' };
const MINUTE_MS = 60_000;

/** What Xiaomi's messages look like, each with its sender and code; the codes are not the point. */
const SAMPLES = [
  [
    'zh-CN-code-first',
    '106910000',
    '【小米】4084(登录/注册小米帐号验证码)请勿转发，转发将导致帐号被盗。本验证码5分钟有效。注册后将绑定此安全手机。',
  ],
  [
    'zh-CN',
    '106910000',
    '【小米】登录/注册小米帐号验证码：4084，请勿转发，转发将导致帐号被盗。本验证码5分钟有效。注册后将绑定此安全手机。',
  ],
  ['en', 'xiaomi', 'Mi Account verification code: 4084. It expires in 5 minutes.'],
] as const;

describe('codes by SMS', () => {
  let test: ServiceUnderTest;

  const start = async (options: Partial<AccountServiceOptions> = {}) => {
    test = new ServiceUnderTest({ pictureCode: 'never', ...options });
    await test.start();
  };
  afterEach(() => test.stop());

  const ask = (phone: object = PHONE, language?: string) =>
    test.ask('POST', '/v1/sms-codes', phone, language === undefined ? {} : { language });
  const codes = () => test.sent.map(({ text }) => /\d{4,8}/.exec(text)?.[0] ?? '');

  for (const [template, sender, sample] of SAMPLES) {
    it(`read as Xiaomi's own in '${template}'`, async () => {
      await start({ sms: { template, digits: 4 } });
      await ask();
      test.clock.advance(0);
      const [{ from, text } = { from: '', text: '' }] = test.sent;
      assert.deepEqual([from, text.replace(/\d{4}/, '4084')], [sender, sample]);
    });
  }

  it("come in the language of the phone's request", async () => {
    await start();
    await ask(PHONE, 'ru-RU');
    test.clock.advance(0);
    assert.match(test.sent[0]?.text ?? '', /^Код подтверждения/);
  });

  for (const digits of [4, 6, 8]) {
    it(`have ${digits} digits when set so`, async () => {
      await start({ sms: { digits } });
      const answer = await ask();
      test.clock.advance(0);
      assert.deepEqual([codes()[0]?.length, member(answer, 'codeLength')], [digits, digits]);
    });
  }

  it('are taken with any number of digits', async () => {
    await start({ sms: { digits: 8 } });
    await ask();
    test.clock.advance(0);
    const answer = await test.ask('POST', '/v1/verifications', { ...PHONE, code: codes()[0] });
    assert.equal(answer.status, 200);
  });

  it('arrive by a delay of their own', async () => {
    await start();
    await test.admin('PUT', 'latency', { latency: 'sms-delivery=20s' });
    await ask();
    test.clock.advance(19_999);
    const before = test.sent.length;
    test.clock.advance(1);
    assert.deepEqual([before, test.sent.length], [0, 1]);
  });

  it('can be lost, at a share', async () => {
    const draws = [0.4, 0.6];
    let isRigged = false;
    const random = () => (isRigged ? (draws.shift() ?? 0) : 0.9);
    await start({ random, sms: { loss: 0.5 } });
    const arrived = [];
    for (const phone of [PHONE, OTHER]) {
      const before = test.sent.length;
      // The six digits of the code are drawn before the message meets its fate.
      draws.unshift(...Array.from({ length: 6 }, () => 0.9));
      isRigged = true;
      await ask(phone);
      isRigged = false;
      test.clock.advance(0);
      arrived.push(test.sent.length - before);
    }
    assert.deepEqual(arrived, [0, 1]);
  });

  it('can arrive several times', async () => {
    await start({ sms: { copies: 3 } });
    await ask();
    test.clock.advance(MINUTE_MS);
    assert.equal(test.sent.filter(({ text }) => text === test.sent[0]?.text).length, 3);
  });

  it('can arrive after a newer one', async () => {
    let drawn = 0;
    const random = () => drawn;
    await start({ random, sms: { order: 'newest-first' } });
    await ask();
    test.clock.advance(MINUTE_MS);
    drawn = 0.5;
    await ask();
    test.clock.advance(MINUTE_MS);
    assert.deepEqual(codes(), ['555555', '000000']);
  });

  it('wait for no newer one to another number', async () => {
    await start({ sms: { order: 'newest-first' } });
    await ask(PHONE);
    await ask(OTHER);
    test.clock.advance(MINUTE_MS);
    assert.equal(test.sent.length, 0);
  });

  it('go to whichever number asked', async () => {
    await start();
    await Promise.all([ask(PHONE), ask(OTHER)]);
    test.clock.advance(0);
    assert.deepEqual(test.sent.map(({ to }) => to).sort(), ['+12015550123', '+491713920012']);
  });

  it('are changed while the service runs', async () => {
    await start();
    await test.admin('PUT', 'sms', { digits: 4, template: 'zh-TW' });
    const settings = member(await test.admin('GET', 'settings'), 'sms');
    assert.deepEqual(settings, {
      digits: 4,
      template: 'zh-TW',
      loss: 0,
      copies: 1,
      order: 'sent',
      resendAfterSeconds: 60,
      validForSeconds: 300,
    });
  });

  it('do not arrive once the service has stopped', async () => {
    await start();
    await test.admin('PUT', 'latency', { latency: 'sms-delivery=1s' });
    await ask();
    await test.stop();
    test.clock.advance(MINUTE_MS);
    assert.equal(test.sent.length, 0);
  });
});
