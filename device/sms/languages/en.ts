import type { SmsLanguage } from './language.ts';

export const ENGLISH: SmsLanguage = {
  language: 'en',
  account: ["(?:xiaomi|mi)(?:'s)? (?:account|cloud)"],
  codeNames: [
    '(?:verification|verifying|security|confirmation|authentication|activation|registration|validation|access|sign[ -]?(?:in|up)|log[ -]?in|one[ -]?time|sms|dynamic)(?: (?:security|verification|sms))? (?:code|passcode|password|pin)',
    'otp(?: code)?',
    'code (?:to|for) (?:verify|sign|log|confirm|register)',
  ],
  codeWords: ['code', 'passcode', 'password', 'pin', 'to (?:verify|confirm|sign in|log in)'],
  otherCodes: [
    '(?:qr|bar|promo|promotion|coupon|voucher|discount|gift|referral|invite|country|area|zip|postal|pin|pick[ -]?up|redeem|model|error)[ -]?code',
    '(?:wi-?fi|door|gate|alarm|locker)[ -]?(?:code|passcode|password|pin)',
  ],
  otherNumbers: [
    '(?:order|booking|reservation|table|room|seat|ticket|flight|train|parcel|package|shipment|tracking|invoice|card|reference|ref|case|imei|model|version|build)(?: (?:no|number|id))?',
    '(?:account|user|customer) (?:no|number|id)',
    '(?:ending|ends)(?: in| with)?',
    '(?:mi )?id',
    '(?:call|dial|phone|mobile|tel|telephone|hotline|helpline|contact)(?: (?:us )?(?:at|on|no|number))?',
  ],
  timeUnits: ['min(?:ute)?s?', 'sec(?:ond)?s?', 'hours?', 'hrs?', 'h', 'days?'],
  money: [
    '[a-z]{0,20}bank(?:ing)?',
    'payments?',
    'purchases?',
    'transactions?',
    '(?:fund|money) transfer',
    '(?:credit|debit) card',
    'card ending',
    'a/c',
    'withdrawal',
    'beneficiary',
    'upi',
  ],
};
