import { quoteForShell } from '../adb.ts';

const HELPER = 'io.appium.settings';

/**
 * The command that sets a phone's language. adb itself cannot: `settings put system system_locales` only
 * writes down what the system reads when it starts. Appium's helper app can, once it may change the
 * configuration (README of io.appium.settings, “Set particular locale”).
 * @param locale BCP 47, with a region.
 */
export function localeCommand(locale: string): string {
  const { language, region = '', script } = new Intl.Locale(locale);
  const extras = [
    ['lang', language],
    ['country', region],
    ...(script === undefined ? [] : [['script', script]]),
  ].map(([name = '', value = '']) => `--es ${name} ${quoteForShell(value)}`);
  return [
    `pm grant ${HELPER} android.permission.CHANGE_CONFIGURATION`,
    `am broadcast -a ${HELPER}.locale -n ${HELPER}/.receivers.LocaleSettingReceiver ${extras.join(' ')}`,
    // The system writes the property a moment after it has changed its configuration.
    'sleep 1',
  ].join('; ');
}

/** The locale of a language where it is spoken most: `ru` → `ru-RU`, `zh-TW` as it is. */
export function withRegion(language: string): string {
  const { language: name, script, region } = new Intl.Locale(language);
  const { region: likely } = new Intl.Locale(language).maximize();
  return [name, script, region ?? likely].filter((part) => part !== undefined).join('-');
}

/** Whether two locales are of one language, script and region, however they are written. */
export function isSameLocale(one: string, other: string): boolean {
  const whole = (locale: string) => new Intl.Locale(locale).maximize().baseName;
  return whole(one) === whole(other);
}
