/** What a code's SMS says in one language; matched against text in Unicode's NFKC form. */
export interface SmsLanguage {
  /** BCP 47's language. */
  language: string;
  /** Xiaomi named as the one who writes, not as a shop or a phone. */
  issuer: RegExp;
  /** The word that says that a number is a code. */
  keyword: RegExp;
  /** What makes the number before it a duration. */
  timeUnit: RegExp;
}

export const SMS_LANGUAGES: readonly SmsLanguage[] = [
  {
    language: 'en',
    issuer: /\b(?:xiaomi|mi) ?(?:account|cloud)\b/i,
    keyword:
      /\b(?:verification|security|sign-?in|login|one-time)? ?(?:code|passcode|password|OTP)\b/i,
    timeUnit: /^ ?(?:min(?:ute)?s?|sec(?:ond)?s?|hours?|hrs?|days?)\b/i,
  },
  {
    language: 'zh',
    issuer: /小米(?:[帐账]号|帳號|账户|帐户|云服务)/,
    keyword: /(?:验证|驗證|校验|動態|动态)[码碼]/,
    timeUnit: /^ ?(?:分钟|分鐘|秒|小时|小時|天|分)/,
  },
];
