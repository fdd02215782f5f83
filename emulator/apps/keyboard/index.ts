import type { AppDefinition } from '../../android/activity.ts';
import type { Profile } from '../../profiles/profile.ts';
import { Keyboard, type KeyboardBrand } from './keyboard.tsx';

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

const BAIDU: KeyboardBrand = { spaceBar: '百度输入法', keyRadius: 5, secureForPasswords: true };

/** The soft keyboard the region's phones ship; at boot it becomes the screen's input method. */
export function keyboardApp(profile: Profile): AppDefinition {
  const app = profile.region === 'cn' ? CHINA : GLOBAL;
  const { packageName } = app;
  return {
    ...app,
    activities: [],
    onBoot: (system) => {
      const isCurrent = () => system.inputMethods.current.packageName === packageName;
      system.windows.setInputMethod(
        new Keyboard(packageName, isCurrent, profile.region === 'cn' ? BAIDU : undefined),
      );
    },
  };
}
