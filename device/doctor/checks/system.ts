import { MIN_SDK } from '../../../config/found-phone.ts';
import { hasTextsIn, languageName } from '../../language.ts';
import { identityOf, localeOf } from '../../properties.ts';
import type { PhoneCheck } from '../facts.ts';
import { menuPath } from '../menus.ts';
import { failed, passed, unknown } from '../result.ts';

export const androidVersion: PhoneCheck = {
  id: 'android-version',
  asks: ['properties'],
  judge({ properties, system: { sdk } }) {
    const { model, system } = identityOf(properties);
    const told = `${model}, ${system}`;
    if (sdk === 0) return unknown('no API level in getprop', 'Wait until the phone has started.');
    if (sdk >= MIN_SDK) return passed(told);
    return failed(`${told} (API level ${sdk})`, 'Use a phone with Android 8 or later.');
  },
};

export const language: PhoneCheck = {
  id: 'language',
  asks: ['properties'],
  judge({ properties, system }) {
    const locale = localeOf(properties);
    if (locale === '') return unknown('no locale in getprop', 'Wait until the phone has started.');
    if (hasTextsIn(locale)) return passed(`set to ${locale}`);
    return failed(
      `set to ${languageName(locale)}, of which the harness has no texts`,
      `Set MI_LANGUAGE, or choose another language: ${menuPath('language', system)}. A run goes as far as ids lead, and leaves the rest to a person.`,
    );
  },
};
