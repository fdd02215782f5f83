/** Our wording of what the notification shade says, by language (BCP 47). */
const TEXTS = {
  en: { none: 'No notifications', clearAll: 'Clear all notifications' },
  'zh-CN': { none: '没有通知', clearAll: '清除所有通知' },
  'zh-TW': { none: '沒有通知', clearAll: '清除所有通知' },
  es: { none: 'No hay notificaciones', clearAll: 'Borrar todas las notificaciones' },
  ru: { none: 'Нет уведомлений', clearAll: 'Удалить все уведомления' },
} as const;

type ShadeTexts = (typeof TEXTS)[keyof typeof TEXTS];

/** In the language closest to `locale`; English where there is none. */
export function shadeTexts(locale: string): ShadeTexts {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  if (language === 'ru') return TEXTS.ru;
  if (language === 'es') return TEXTS.es;
  if (language !== 'zh') return TEXTS.en;
  return script === 'Hant' || region === 'TW' ? TEXTS['zh-TW'] : TEXTS['zh-CN'];
}
