import type { SmsLanguage } from './language.ts';

export const TURKISH: SmsLanguage = {
  language: 'tr',
  account: ['(?:xiaomi|mi) hesa[bp]\\p{L}*'],
  codeNames: [
    '(?:doğrulama|onay|güvenlik|giriş|aktivasyon|kayıt|tek kullanımlık|sms)(?: (?:kod|şifre|parola))\\p{L}*',
  ],
  codeWords: ['kod(?:u|un|unuz|unuzu|uyla)?', 'şifre(?:si|niz|nizi)?', 'parola(?:sı|nız)?'],
  otherCodes: ['(?:posta|promosyon|indirim|kupon|alan|ülke|hediye|davet)(?: kod\\p{L}*)'],
  otherNumbers: [
    '(?:sipariş|rezervasyon|kargo|takip|kart|telefon|fatura|masa|oda|müşteri|uçuş)\\p{L}{0,4}(?: (?:no|numara\\p{L}*))?',
    '(?:tel|numara(?:sı|lı|nız)?|no|id|sonu)',
  ],
  timeUnits: ['dakika\\p{L}*', 'dk', 'saniye\\p{L}*', 'sn', 'saat\\p{L}*', 'gün\\p{L}*'],
  money: [
    '[a-z]{0,20}bank\\p{L}*',
    'ödeme\\p{L}*',
    'alışveriş\\p{L}*',
    'havale',
    'tutar\\p{L}*',
    'kredi kart\\p{L}*',
  ],
};
