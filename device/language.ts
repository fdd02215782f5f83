import { LANGUAGES } from '../config/languages.ts';
import { UnsupportedLanguageError } from './errors.ts';
import { localeOf } from './properties.ts';

/**
 * Screens without known ids are found by what they say, and so are the app's messages: a phone in a
 * language without texts would be walked as far as the first of them, and left there.
 *
 * Chinese is known in both its scripts, whichever country it is set for. Of the traditional script
 * the wording of Taiwan is known; a phone for Hong Kong may say some of it otherwise.
 * @param properties of the phone, as `getprop` lists them.
 * @throws {UnsupportedLanguageError} naming the languages that have texts.
 */
export function assertLanguage(serial: string, properties: ReadonlyMap<string, string>): void {
  assertLocale(serial, localeOf(properties));
}

/**
 * The same, of a locale that the phone told in another way.
 * @param locale BCP 47 or as Java writes it (`zh_CN_#Hans`); empty where it is not known.
 * @throws {UnsupportedLanguageError}
 */
export function assertLocale(serial: string, locale: string): void {
  if (LANGUAGES.some((known) => languageIn(known) === languageIn(locale))) return;
  const names = LANGUAGES.map((known) =>
    new Intl.DisplayNames('en', { type: 'language' }).of(known),
  );
  throw new UnsupportedLanguageError(
    'The phone is set to a language that the harness cannot read.',
    {
      phone: serial,
      expected: names.join(', '),
      seen: locale || 'no language',
      remedy: `Set the phone to ${names.join(' or ')} (Settings → Additional settings → Languages & input), then run again.`,
      trouble: 'language',
    },
  );
}

/** `zh-Hant-TW` → `zh`. */
function languageIn(locale: string): string | undefined {
  return locale.toLowerCase().split(/[-_]/)[0];
}
