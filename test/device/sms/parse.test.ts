import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSmsCode } from '../../../device/sms/parse.ts';

const ZH_TAIL = '请勿转发，转发将导致帐号被盗。本验证码5分钟有效。注册后将绑定此安全手机。';

const CODES: [sender: string, body: string, code: string][] = [
  ['106910000', `【小米】4084(登录/注册小米帐号验证码)${ZH_TAIL}`, '4084'],
  ['106910000', `【小米】登录/注册小米帐号验证码：318204，${ZH_TAIL}`, '318204'],
  ['xiaomi', 'Mi Account verification code: 069382. It expires in 5 minutes.', '069382'],
  ['+12015550188', '069382 is your Xiaomi Account verification code. Valid for 10 min.', '069382'],
  ['Xiaomi', 'Your code is 069 382', '069382'],
  ['Xiaomi', 'Code: 0693\nNever share it. Expires in 1000 seconds.', '0693'],
  ['xiaomi', 'It is valid for 1440 minutes. Verification code: 069382', '069382'],
  ['106910000', '【小米】您的验证码是０６９３８２。', '069382'],
  ['106910000', '您的小米账号验证码为069382【小米】', '069382'],
  ['10690', '【小米】小米帳號驗證碼：069382，5分鐘內有效。', '069382'],
];
for (const [sender, body, code] of CODES) {
  test(`the code of «${body.slice(0, 40)}…» is ${code}`, () => {
    assert.equal(parseSmsCode({ sender, body }), code);
  });
}

const OTHERS: [why: string, sender: string, body: string][] = [
  ['a booking', '+8613800138000', 'See you at 18:30, table 204817 is booked for us'],
  ["a bank's code", 'MYBANK', '771203 is your MyBank login code. It expires in 10 minutes.'],
  ["a signed bank's code", '106980095588', '【工商银行】验证码：771203，5分钟有效。'],
  ["a shop's code that names the phone", 'SHOP', 'Your code for the Xiaomi 13 order is 771203.'],
  ["Xiaomi's advertisement", 'xiaomi', 'Only 2025 pieces! Order 204817 now.'],
  ['only a duration', 'xiaomi', 'Your verification code expires in 1000 seconds.'],
  ['a longer number', 'xiaomi', 'Your code was sent to 13800138000.'],
  ['a date', '106910000', '【小米】验证码已于2025-11-22发送。'],
  ['nothing', 'xiaomi', ''],
];
for (const [why, sender, body] of OTHERS) {
  test(`${why} is no code`, () => {
    assert.equal(parseSmsCode({ sender, body }), undefined);
  });
}

test("the phone's language changes nothing for a text in another one", () => {
  const body = 'Mi Account verification code: 069382.';
  assert.equal(parseSmsCode({ sender: 'xiaomi', body, language: 'zh-CN' }), '069382');
});

test('any code of 4 or 6 digits is found, and no other number', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^(\d{4}|\d{6})$/),
      fc.integer({ min: 1, max: 99 }),
      (code, minutes) => {
        const body = `Mi Account verification code: ${code}. It expires in ${minutes} minutes.`;
        assert.equal(parseSmsCode({ sender: '1', body }), code);
      },
    ),
  );
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (sender, body) => {
      const code = parseSmsCode({ sender, body: `【小米】验证码${body}` });
      assert.ok(code === undefined || /^(\d{4}|\d{6})$/.test(code));
    }),
  );
});
