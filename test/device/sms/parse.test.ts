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
  ['xiaomi', '【小米】069382（登入/註冊小米帳號驗證碼），請勿轉發。5分鐘內有效。', '069382'],
  ['Xiaomi', '您的小米帳戶安全碼是 06938204。', '06938204'],
  ['Xiaomi', 'Код подтверждения аккаунта Xiaomi: 069382. Действует 5 минут.', '069382'],
  ['+79990000000', '0693 — ваш код для входа в Mi аккаунт. Действует 1440 минут.', '0693'],
  ['xiaomi', 'Mi Account verification code: 06938204. It expires in 5 minutes.', '06938204'],
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
  ['an order in Russian', 'xiaomi', 'Ваш заказ 204817 Xiaomi 13 уже в пути.'],
  ["a bank's code in Russian", 'BANK', 'Код подтверждения: 771203. Никому его не сообщайте.'],
  ['only a duration in Russian', 'xiaomi', 'Код действует 1440 минут.'],
  ['a run of five digits', 'xiaomi', 'Mi Account verification code: 06938.'],
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

/** What the account app's own receiver takes: the first run of exactly 4, 6 or 8 digits. */
function receiversCode(body: string): string | undefined {
  return /(?<!\d)(?:\d{8}|\d{6}|\d{4})(?!\d)/.exec(body)?.[0];
}

const TEMPLATES: ((code: string, minutes: number) => string)[] = [
  (code, minutes) => `Mi Account verification code: ${code}. It expires in ${minutes} minutes.`,
  (code, minutes) => `${code} is your Xiaomi Account verification code. Valid for ${minutes} min.`,
  (code, minutes) =>
    `【小米】${code}(登录/注册小米帐号验证码)请勿转发。本验证码${minutes}分钟有效。`,
  (code, minutes) => `【小米】小米帳號驗證碼：${code}，${minutes}分鐘內有效。`,
  (code, minutes) => `Код подтверждения аккаунта Xiaomi: ${code}. Действует ${minutes} минут.`,
];

test('any code of 4, 6 or 8 digits is found in any language, and no other number', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^(\d{4}|\d{6}|\d{8})$/),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom(...TEMPLATES),
      (code, minutes, template) => {
        const body = template(code, minutes);
        assert.equal(parseSmsCode({ sender: '1', body }), code);
        assert.equal(receiversCode(body), code);
      },
    ),
  );
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (sender, body) => {
      const code = parseSmsCode({ sender, body: `【小米】验证码${body}` });
      assert.ok(code === undefined || /^(\d{4}|\d{6}|\d{8})$/.test(code));
    }),
  );
});
