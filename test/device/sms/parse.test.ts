import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSmsCode } from '../../../device/sms/parse.ts';
import { CODE_TEXTS } from './texts.ts';

describe('the code is found in every wording', () => {
  for (const { language, sender, body, wording } of CODE_TEXTS) {
    test(`${language}, ${wording}: ${body.slice(0, 50)}`, () => {
      for (const code of ['4084', '069382', '31820477']) {
        assert.equal(parseSmsCode({ sender, body: body.replaceAll('{code}', code) }), code);
      }
    });
  }
});

describe('a code may be written', () => {
  const WRITTEN: [how: string, code: string][] = [
    ['318204', '318204'],
    ['318 204', '318204'],
    ['318-204', '318204'],
    ['318\u2013204', '318204'],
    ['318\u00A0204', '318204'],
    ['318\u202F204', '318204'],
    ['12 34', '1234'],
    ['31 82 04', '318204'],
    ['1234 5678', '12345678'],
    ['1234-5678', '12345678'],
    ['1 2 3 4', '1234'],
    ['1 2 3 4 5 6', '123456'],
    ['1-2-3-4-5-6', '123456'],
    ['1 2 3 4 5 6 7 8', '12345678'],
    ['３１８２０４', '318204'],
    ['٣١٨٢٠٤', '318204'],
    ['۳۱۸۲۰۴', '318204'],
    ['३१८२०४', '318204'],
    ['٣١٨ ٢٠٤', '318204'],
    ['\u200E318204\u200F', '318204'],
    ['\u202A318\u200B204\u202C', '318204'],
    ['*318204*', '318204'],
    ['**318204**', '318204'],
    ['#318204', '318204'],
    ['"318204"', '318204'],
    ['2025', '2025'],
  ];
  for (const [how, code] of WRITTEN) {
    test(JSON.stringify(how), () => {
      assert.equal(parseSmsCode({ sender: 'xiaomi', body: `Your code is ${how}.` }), code);
      assert.equal(parseSmsCode({ sender: '1', body: `${how} is your Mi Account code` }), code);
    });
  }
});

describe('beside other numbers the code is found', () => {
  const TEXTS: [why: string, body: string][] = [
    ['a year', '© 2025 Xiaomi. Mi Account verification code 318204'],
    ['a year after it', 'Mi Account verification code 318204, 2025'],
    ['a date', '22.11.2025 318204 is your Mi Account code'],
    ['a date in words', '22 de noviembre de 2025: 318204 es el código de tu cuenta Xiaomi'],
    ['a time', '18:30 318204 is your Mi Account code'],
    ['a duration', 'Mi Account code 318204 10 minutes'],
    ['a duration in between', 'The Mi Account code (valid for 1440 minutes) is 318204'],
    ['a phone number', 'Mi Account code for +86 138 0013 8000: 318204'],
    ['an account id', 'Verification code of your Mi Account 6052990224 is 318204'],
    ['a percentage', 'Battery at 2025%. Mi Account code: 318204'],
    ['a link', 'Mi Account code: 318204 https://account.xiaomi.com/204817?x=4084'],
    ['the last digits of a phone number', '【小米】尾号8000的用户，您的验证码是318204'],
    ['the name of a phone', 'Mi Account code for Xiaomi 13 318204'],
    ['an app hash with digits', '<#> Mi Account code 318204 a1234 12345678901'],
  ];
  for (const [why, body] of TEXTS) {
    test(why, () => {
      assert.equal(parseSmsCode({ sender: '1', body }), '318204');
    });
  }
});

test("the phone's language changes nothing for a text in another one", () => {
  const body = 'Mi Account verification code: 069382.';
  assert.equal(parseSmsCode({ sender: 'xiaomi', body, language: 'zh-CN' }), '069382');
});

test("the phone's language decides between two words for a code", () => {
  const body = 'OTP 771203. Код подтверждения: 318204';
  assert.equal(parseSmsCode({ sender: 'xiaomi', body, language: 'ru-RU' }), '318204');
});
