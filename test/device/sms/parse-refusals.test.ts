import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSmsCode } from '../../../device/sms/parse.ts';

type Refused = readonly [why: string, sender: string, body: string];

const OTHER_SENDERS: readonly Refused[] = [
  ['a booking', '+8613800138000', 'See you at 18:30, table 204817 is booked for us'],
  ["a bank's code", 'MYBANK', '771203 is your MyBank login code. It expires in 10 minutes.'],
  ["a signed bank's code", '106980095588', '【工商银行】验证码：771203，5分钟有效。'],
  ['a code that names Xiaomi, in brackets', '', '[华为]小米帐号 验证码318204，5分钟内有效'],
  ['the same at the end', '', '小米帐号 验证码318204，5分钟内有效 [华为]'],
  ["a friend's network", '+12015550188', 'My wifi password is 31820477, mi account later'],
  ["a friend's network in Chinese", '+8613800138000', '我家WiFi密码31820477，小米账号等下再弄'],
  ["a friend's door", '+12015550188', 'Door code 3182. Bring your phone for the Mi Account!'],
  ['a code signed at the end', '106910000', '您的验证码是771203，5分钟内有效。【美团】'],
  ['a code that names Xiaomi, signed by another', '106910000', '【京东】小米帐号验证码：771203'],
  ["a code of Xiaomi's shop", '106910000', '【小米商城】您的验证码为771203'],
  ["a code of Xiaomi's bank", '106910000', '【小米金融】您的验证码为771203'],
  ['a code of nobody', '106910000', '您的验证码为771203，5分钟内有效'],
  ['a code in English of nobody', '+12015550188', 'Your verification code is 771203'],
  ["another service's code", 'Google', 'G-771203 is your Google verification code.'],
  ["a shop's code that names the phone", 'SHOP', 'Your code for the Xiaomi 13 order is 771203.'],
  ['a bank that names the shop', 'MYBANK', 'Your Xiaomi Store payment of $249.00: code 771203'],
  ['a bank that names the merchant', 'HDFCBK', '771203 is the OTP for your purchase at XIAOMI'],
  ['a bank that names the account', '95588', 'Payment to Mi Account: code 771203'],
  ['a payment to Xiaomi', '106910000', '【小米】支付验证码：771203'],
  ['a price of Xiaomi', 'xiaomi', 'Code 771203 to pay $249.00'],
  ['a bank with its initials', 'MI', 'Your bank code is 771203'],
  ['an OTP for a merchant', 'AUTHMSG', 'OTP 771203 for Xiaomi'],
  ['an amount', '95588', '您在小米商城消费1000元，验证码771203'],
  ['a sign-in on a phone of Xiaomi', 'Google', 'New sign-in from Xiaomi. Code: 771203'],
  ['a code for my account', '5000', 'Código de acceso a Mi Cuenta: 771203'],
  ['a code for an account of another', '5000', 'Código para tu cuenta Mi Movistar: 771203'],
  ['my code, in Spanish, of nobody', '5000', 'Mi código es 771203'],
  ["a bank's code in Russian", 'BANK', 'Код подтверждения: 771203. Никому его не сообщайте.'],
  ["a bank's code in Spanish", '5000', 'Tu código de verificación es 771203'],
  ["a bank's code in German", '5000', 'Ihre TAN für die Zahlung an Xiaomi: 771203'],
  ["a bank's code in Arabic", '740585', '740585 هو رمز التحقق لدفعة بقيمة 5.000 JOD'],
  ["a bank's code in Hindi", '5000', 'Xiaomi पर भुगतान के लिए OTP 771203'],
];

const NO_CODES: readonly Refused[] = [
  ["Xiaomi's advertisement", 'xiaomi', 'Only 2025 pieces! Order 204817 now.'],
  ['a promotion code', 'xiaomi', 'Your promo code is 2025'],
  ['a coupon', '106910000', '【小米】您的优惠码：204817'],
  ['a parcel', '106910000', '【小米】取件码204817，请凭码取件'],
  ['an order', 'xiaomi', 'Your order no. 204817 was shipped. No code is needed.'],
  ['an order in Russian', 'xiaomi', 'Ваш заказ 204817 Xiaomi 13 уже в пути.'],
  ['a tracking number', 'xiaomi', 'Tracking number: 20481733. Never tell your password.'],
  ['only a duration', 'xiaomi', 'Your verification code expires in 1000 seconds.'],
  ['only a duration in Russian', 'xiaomi', 'Код действует 1440 минут.'],
  ['only a duration in Chinese', '106910000', '【小米】验证码1440分钟内有效'],
  ['a long phone number', 'xiaomi', 'Your code was sent to 13800138000.'],
  ['a phone number in groups', 'xiaomi', 'Your code was sent to 138 0013 8000.'],
  ['a masked phone number', 'xiaomi', 'Your code was sent to 138****0000.'],
  ['a masked card', 'xiaomi', 'Verification code for **4084 was sent'],
  ['a number to call', 'xiaomi', 'No code? Call 12345678'],
  ['a date', '106910000', '【小米】验证码已于2025-11-22发送。'],
  ['a date in Chinese', '106910000', '【小米】验证码已于2025年11月22日发送。'],
  ['a date in words', 'xiaomi', 'Your code was sent on November 22, 2025'],
  ['a time', 'xiaomi', 'Your code was sent at 18:30'],
  ['an account id', 'xiaomi', 'Verification code for Mi ID 60529902 was sent'],
  ['a ten-digit account id', 'xiaomi', 'Code for Mi Account 6052990224 was sent'],
  ['a percentage', 'xiaomi', 'Your code was used by 2025% more people'],
  ['a price', 'xiaomi', 'Your code saves ¥2025'],
  ['an app hash', 'xiaomi', '<#> Your code was sent 1234/567+89'],
  ['an address', 'xiaomi', 'Get your code at https://mi.com/204817'],
  ['a run of five digits', 'xiaomi', 'Mi Account verification code: 06938.'],
  ['a run of nine digits', 'xiaomi', 'Mi Account verification code: 069380693.'],
  ['a number that no code is spoken of', 'xiaomi', 'Mi Account: 204817 people follow you'],
  [
    'a number two sentences away',
    'xiaomi',
    'Never share a code. Thank you. You have 204817 points.',
  ],
  ['nothing', 'xiaomi', ''],
  ['a text longer than any SMS', 'xiaomi', `Your code is 318204. ${'Thank you. '.repeat(200)}`],
];

describe('another sender is refused', () => {
  for (const [why, sender, body] of OTHER_SENDERS) {
    test(why, () => {
      assert.equal(parseSmsCode({ sender, body }), undefined);
    });
  }
});

describe('no code is seen in', () => {
  for (const [why, sender, body] of NO_CODES) {
    test(why, () => {
      assert.equal(parseSmsCode({ sender, body }), undefined);
    });
  }
});
