import { MIN_SDK } from '../../../config/found-phone.ts';
import { identityOf } from '../../properties.ts';
import { assertLanguage } from '../../language.ts';
import { UnsupportedLanguageError } from '../../errors.ts';
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
  judge({ properties, system, context }) {
    try {
      assertLanguage(context.device.serial, properties);
    } catch (error) {
      if (!(error instanceof UnsupportedLanguageError)) throw error;
      const { seen = 'none', expected = '' } = error.details;
      return failed(`set to ${seen}`, `Choose ${expected}: ${menuPath('language', system)}.`);
    }
    const locale = properties.get('persist.sys.locale') || properties.get('ro.product.locale');
    return passed(`set to ${locale ?? ''}`);
  },
};
