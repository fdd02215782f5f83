/** One text that the service sends its codes in. */
export interface SmsTemplate {
  readonly id: string;
  /** BCP 47 */
  readonly language: string;
  /** Whom the message comes from: a number or a name. */
  readonly sender: string;
  /** Whether the words are Xiaomi's, as messages of real phones show them, or this project's. */
  readonly wording: 'xiaomi' | 'own';
  text(code: string): string;
}

/** What messages to China come from. */
const CHINA_SENDER = '106910000';
const SENDER = 'xiaomi';

/** The first one of a language is the one that its phones get. */
export const SMS_TEMPLATES: readonly SmsTemplate[] = [
  {
    id: 'en',
    language: 'en',
    sender: SENDER,
    wording: 'xiaomi',
    text: (code) => `Mi Account verification code: ${code}. It expires in 5 minutes.`,
  },
  {
    id: 'zh-CN',
    language: 'zh-CN',
    sender: CHINA_SENDER,
    wording: 'xiaomi',
    text: (code) =>
      `【小米】登录/注册小米帐号验证码：${code}，请勿转发，转发将导致帐号被盗。` +
      '本验证码5分钟有效。注册后将绑定此安全手机。',
  },
  {
    id: 'zh-CN-code-first',
    language: 'zh-CN',
    sender: CHINA_SENDER,
    wording: 'xiaomi',
    text: (code) =>
      `【小米】${code}(登录/注册小米帐号验证码)请勿转发，转发将导致帐号被盗。` +
      '本验证码5分钟有效。注册后将绑定此安全手机。',
  },
  {
    id: 'zh-TW',
    language: 'zh-TW',
    sender: SENDER,
    wording: 'own',
    text: (code) => `小米帳號驗證碼：${code}，請勿轉發，以免帳號被盜。本驗證碼5分鐘內有效。`,
  },
  {
    id: 'ru',
    language: 'ru',
    sender: SENDER,
    wording: 'own',
    text: (code) => `Код подтверждения Mi аккаунта: ${code}. Он действителен 5 минут.`,
  },
];

/** `auto`: by the language of the phone that asks. */
export const SMS_TEMPLATE_CHOICES = ['auto', ...SMS_TEMPLATES.map(({ id }) => id)];

/** Regions, and the script, that are written in traditional Chinese. */
const TRADITIONAL = /^zh-(?:(?:Hant|TW|HK|MO)\b)/i;

/**
 * The template to send.
 * @param choice `auto` or a template's id
 * @param acceptLanguage the request's header (RFC 9110, 12.5.4); English where it names none that is
 *   known
 */
export function chooseTemplate(choice: string, acceptLanguage: string | undefined): SmsTemplate {
  const chosen = SMS_TEMPLATES.find(({ id }) => id === choice);
  if (chosen) return chosen;
  for (const tag of byPreference(acceptLanguage ?? '')) {
    const wanted = canonical(tag);
    const template = SMS_TEMPLATES.find(({ language }) => language === wanted);
    if (template) return template;
  }
  return SMS_TEMPLATES[0] as SmsTemplate;
}

/** The language tags of an Accept-Language, the most wanted first. */
function byPreference(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.split(';').map((part) => part.trim());
      const q = parameters.map((part) => /^q=([\d.]+)$/i.exec(part)?.[1]).find(Boolean);
      return { tag, weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function canonical(tag: string): string {
  if (TRADITIONAL.test(tag)) return 'zh-TW';
  const [language = ''] = tag.toLowerCase().split('-');
  return language === 'zh' ? 'zh-CN' : language;
}
