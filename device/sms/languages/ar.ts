import type { SmsLanguage } from './language.ts';

/** The article and the one-letter words, which are written onto the word that follows. */
const PREFIX = '(?:ال|لل|[وبلف]){0,2}';

export const ARABIC: SmsLanguage = {
  language: 'ar',
  account: [`${PREFIX}حساب(?:ك|كم)?(?: (?:في|على|من|لدى))? (?:xiaomi|mi|شاومي)`],
  codeNames: [
    `${PREFIX}(?:رمز|كود|رقم) ${PREFIX}(?:تحقق|تأكيد|أمان|تفعيل|دخول|مصادقة|تسجيل|otp)`,
    `كلمة ${PREFIX}(?:مرور|سر) (?:لمرة|المؤقتة|مؤقتة)`,
  ],
  codeWords: [`${PREFIX}(?:رمز|كود)(?:ك|كم)?`, `كلمة ${PREFIX}(?:مرور|سر)`],
  otherCodes: [`${PREFIX}(?:رمز|كود) ${PREFIX}(?:خصم|بريدي|قسيمة|استجابة|منطقة)`],
  otherNumbers: [
    `${PREFIX}(?:طلب|طلبك|حجز|طاولة|غرفة|بطاقة|هاتف|جوال|رقم|فاتورة|شحنة|رحلة|معرف)(?: رقم)?`,
    'اتصل(?: على)?',
    'تنتهي ب',
  ],
  timeUnits: [
    'دقيق[ةه]',
    'دقائق',
    'دقيقتين',
    'ثاني[ةه]',
    'ثوان[يٍ]?',
    'ساع[ةه]',
    'ساعات',
    'يوم',
    'أيام',
  ],
  money: [`${PREFIX}(?:بنك|مصرف|دفع|شراء|تحويل|معاملة|رصيد)`, `بطاقة ${PREFIX}(?:ائتمان|خصم)`],
};
