import type { Language } from '../../../config/languages.ts';

/** What the app's own languages are called that a phone set to ours shows, the best first. */
const LOCALES: Readonly<Record<Language, RegExp>> = {
  en: /^en(?:-(?:Latn-)?(?:US|GB))?$/,
  'zh-CN': /^zh(?:-Hans)?(?:-CN)?$/,
  'zh-TW': /^zh(?:-Hant)?-TW$|^zh-Hant$/,
  ru: /^ru(?:-RU)?$/,
};

/**
 * The locales of an app whose texts a phone may show that is set to a language.
 * @param locales as the app names them; empty for the texts that others fall back on, which are English.
 */
export function localesOf(language: Language, locales: Iterable<string>): string[] {
  return [...locales].filter(
    (locale) => LOCALES[language].test(locale) || (language === 'en' && locale === ''),
  );
}

/** A text without what differs between how a resource and our tables write it: places, spaces. */
export function normalised(text: string): string {
  return text
    .replace(/%(?:\d+\$)?([sd])/g, '%$1')
    .replace(/\s+/g, ' ')
    .trim();
}
