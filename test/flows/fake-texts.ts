import type { Language } from '../../config/languages.ts';

/** What the fake phone says; of each language the older and the newer wording, by generation. */
export interface FakeTexts {
  readonly accountRow: string;
  readonly agree: string;
  readonly cancel: string;
  readonly cloudAgree: string;
  readonly wrongPicture: string;
  readonly wrongCode: string;
  readonly tooOften: string;
  readonly quota: string;
  readonly couldNotSend: string;
  readonly isThisYours: string;
  readonly sms: (code: string) => string;
}

export type Generation = 'current' | 'classic';

export const NO_NETWORK = "Can't connect to network";

export const TEXTS: Readonly<Record<Language, Readonly<Record<Generation, FakeTexts>>>> = {
  en: {
    current: {
      accountRow: 'Xiaomi Account',
      agree: 'Agree',
      cancel: 'Cancel',
      cloudAgree: 'Agree',
      wrongPicture: 'The code you entered is incorrect',
      wrongCode: 'This code is incorrect',
      tooOften: 'Too many attempts. Wait a minute or two and try again.',
      quota: 'Too many verification codes have been sent to this number. Try again later.',
      couldNotSend: "Couldn't send code",
      isThisYours: 'Is this your Xiaomi Account?',
      sms: (code) => `Mi Account verification code: ${code}. It expires in 5 minutes.`,
    },
    classic: {
      accountRow: 'Mi Account',
      agree: 'Agree',
      cancel: 'Cancel',
      cloudAgree: 'Continue',
      wrongPicture: 'The code you entered is incorrect',
      wrongCode: 'This code is incorrect',
      tooOften: 'Too many attempts. Wait a minute or two and try again.',
      quota: 'Too many verification codes have been sent to this number. Try again later.',
      couldNotSend: "Couldn't send code",
      isThisYours: 'Is this your Mi Account?',
      sms: (code) => `Mi Account verification code: ${code}. It expires in 5 minutes.`,
    },
  },
  'zh-CN': {
    current: {
      accountRow: '小米账号',
      agree: '同意并继续',
      cancel: '取消',
      cloudAgree: '同意并继续',
      wrongPicture: '验证码错误',
      wrongCode: '验证码错误',
      tooOften: '操作太频繁，请稍后再试',
      quota: '已经发送了太多短信，请换个时间再试试',
      couldNotSend: '发送验证码失败',
      isThisYours: '这是您的账号吗？',
      sms: (code) => `【小米】${code}(登录/注册小米帐号验证码)请勿转发。本验证码5分钟有效。`,
    },
    classic: {
      accountRow: '小米帐号',
      agree: '同意',
      cancel: '取消',
      cloudAgree: '继续',
      wrongPicture: '验证码错误',
      wrongCode: '验证码错误',
      tooOften: '操作太频繁，请稍后再试',
      quota: '已经发送了太多短信，请换个时间再试试',
      couldNotSend: '发送验证码失败',
      isThisYours: '这是您的帐号吗？',
      sms: (code) => `【小米】登录/注册小米帐号验证码：${code}，请勿转发。本验证码5分钟有效。`,
    },
  },
  'zh-TW': {
    current: {
      accountRow: '小米帳號',
      agree: '同意並繼續',
      cancel: '取消',
      cloudAgree: '同意並繼續',
      wrongPicture: '驗證碼錯誤',
      wrongCode: '驗證碼錯誤',
      tooOften: '操作太頻繁，請稍後再試',
      quota: '已經傳送了太多簡訊，請換個時間再試試',
      couldNotSend: '傳送驗證碼失敗',
      isThisYours: '這是您的帳號嗎？',
      sms: (code) => `【小米】小米帳號驗證碼：${code}，5分鐘內有效。`,
    },
    classic: {
      accountRow: '小米帳號',
      agree: '同意',
      cancel: '取消',
      cloudAgree: '繼續',
      wrongPicture: '驗證碼錯誤',
      wrongCode: '驗證碼錯誤',
      tooOften: '操作太頻繁，請稍後再試',
      quota: '已經傳送了太多簡訊，請換個時間再試試',
      couldNotSend: '傳送驗證碼失敗',
      isThisYours: '這是您的帳號嗎？',
      sms: (code) => `【小米】小米帳號驗證碼：${code}，5分鐘內有效。`,
    },
  },
  ru: {
    current: {
      accountRow: 'Аккаунт Xiaomi',
      agree: 'Согласиться',
      cancel: 'Отмена',
      cloudAgree: 'Согласиться',
      wrongPicture: 'Код введен неверно',
      wrongCode: 'Неверный код',
      tooOften: 'Слишком много запросов. Подождите немного и повторите попытку.',
      quota:
        'На этот номер было отправлено слишком много кодов подтверждения. Повторите попытку позже.',
      couldNotSend: 'Не удалось отправить код',
      isThisYours: 'Это ваш аккаунт Xiaomi?',
      sms: (code) => `Код подтверждения аккаунта Xiaomi: ${code}. Действует 5 минут.`,
    },
    classic: {
      accountRow: 'Mi аккаунт',
      agree: 'Согласиться',
      cancel: 'Отмена',
      cloudAgree: 'Продолжить',
      wrongPicture: 'Код введен неверно',
      wrongCode: 'Неверный код',
      tooOften: 'Слишком много запросов. Подождите немного и повторите попытку.',
      quota:
        'На этот номер было отправлено слишком много кодов подтверждения. Повторите попытку позже.',
      couldNotSend: 'Не удалось отправить код',
      isThisYours: 'Это ваш аккаунт Xiaomi?',
      sms: (code) => `Код подтверждения Mi аккаунта: ${code}. Действует 5 минут.`,
    },
  },
};
