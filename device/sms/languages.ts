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
    // Both scripts, and both spellings of the word for account.
    language: 'zh',
    issuer: /小米(?:[帐账]号|帳號|账户|帐户|帳戶|云服务|雲端?服務)/,
    keyword: /(?:验证|驗證|校验|校驗|动态|動態|安全)[码碼]/,
    timeUnit: /^ ?(?:分钟|分鐘|秒|小时|小時|天|分)/,
  },
  {
    // JavaScript's \b knows Latin letters only.
    language: 'ru',
    issuer:
      /(?<!\p{L})(?:аккаунт\p{L}*|облак\p{L}*) (?:Xiaomi|Mi)(?!\p{L})|(?<!\p{L})(?:Xiaomi|Mi)[ -](?:аккаунт|облак)\p{L}*/iu,
    keyword:
      /(?<!\p{L})(?:код(?:а|у|ом|е)?(?: (?:подтверждения|проверки|безопасности))?|парол(?:ь|я|ем))(?!\p{L})/iu,
    timeUnit: /^ ?(?:мин(?:ут[аыу]?)?|сек(?:унд[аыу]?)?|час(?:а|ов)?|день|дн(?:я|ей))(?!\p{L})/iu,
  },
];
