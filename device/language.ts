import { LANGUAGES } from '../config/languages.ts';

/**
 * Whether the harness has texts in a phone's language. Screens without known ids are found by what they
 * say, and so are the app's messages.
 *
 * Chinese is known in both its scripts, whichever country it is set for. Of the traditional script
 * the wording of Taiwan is known; a phone for Hong Kong may say some of it otherwise.
 * @param locale BCP 47 or as Java writes it (`zh_CN_#Hans`); what a phone does not tell counts as known.
 */
export function hasTextsIn(locale: string | undefined): boolean {
  if (locale === undefined || locale === '') return true;
  return LANGUAGES.some((known) => languageIn(known) === languageIn(locale));
}

/** `es-ES` → `Spanish (es-ES)`. */
export function languageName(locale: string): string {
  const language = languageIn(locale);
  const name = language && new Intl.DisplayNames('en', { type: 'language' }).of(language);
  return `${name ?? 'an unknown language'} (${locale})`;
}

/**
 * What a person should know who runs on a phone in a language without texts.
 * @returns `undefined` for a phone whose language has some.
 */
export function textsNote(serial: string, locale: string | undefined): string | undefined {
  if (locale === undefined || hasTextsIn(locale)) return undefined;
  const known = LANGUAGES.map((each) => languageName(each).replace(/ \(.*/, ''));
  return `${serial} is set to ${languageName(locale)}, of which the harness has no texts (only ${[...new Set(known)].join(', ')}): it goes as far as ids lead, and a person has to do the rest. MI_LANGUAGE sets the phone to another language.`;
}

/** `zh-Hant-TW` → `zh`. */
function languageIn(locale: string): string | undefined {
  return locale.toLowerCase().split(/[-_]/)[0];
}
