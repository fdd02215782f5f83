import type { AppDefinition } from '../../android/activity.ts';
import type { Profile } from '../../profiles/profile.ts';
import { stringsFor } from '../strings/index.ts';
import { GBOARD, Keyboard, type KeyboardBrand } from './keyboard.tsx';
import { SecureForPasswords } from './secure-for-passwords.ts';

const GLOBAL = {
  packageName: 'com.google.android.inputmethod.latin',
  label: 'Gboard',
  versionName: '14.9.06.714858438-release-arm64-v8a',
  versionCode: 152_413_612,
  uid: 10142,
};

const CHINA = {
  packageName: 'com.baidu.input_mi',
  label: 'Baidu Keyboard for Xiaomi',
  versionName: '10.6.136.309',
  versionCode: 1637,
  uid: 10142,
};

const BAIDU: KeyboardBrand = { spaceBar: '百度输入法', keyRadius: 5 };

/** Xiaomi's own keyboard for passwords. */
const SECURE_PACKAGE = 'com.miui.securityinputmethod';

/**
 * The soft keyboard the region's phones ship; at boot it becomes the screen's input method, on
 * phones for China with Xiaomi's secure keyboard in its place for passwords.
 */
export function keyboardApp(profile: Profile): AppDefinition {
  const isChinese = profile.region === 'cn';
  const app = isChinese ? CHINA : GLOBAL;
  const { packageName } = app;
  return {
    ...app,
    shownLabel: (system) => (isChinese ? stringsFor(system).keyboard_baidu : app.label),
    activities: [],
    onBoot: (system) => {
      const isCurrent = () => system.inputMethods.current.packageName === packageName;
      const everyday = new Keyboard(packageName, isCurrent, isChinese ? BAIDU : GBOARD);
      const secure = new Keyboard(SECURE_PACKAGE, isCurrent, {
        ...BAIDU,
        dress: () => {
          const strings = stringsFor(system);
          return {
            title: strings.secure_keyboard_title,
            deleteLabel: strings.secure_keyboard_delete,
            doneLabel: strings.secure_keyboard_done,
          };
        },
      });
      system.windows.setInputMethod(
        isChinese ? new SecureForPasswords(everyday, secure) : everyday,
      );
    },
  };
}
