import type { RowName } from '../rows.ts';
import { aboutPhone } from './about-phone.tsx';
import { additionalSettings } from './additional-settings.tsx';
import { display, fontSize } from './display.tsx';
import { languageInput, languages } from './languages.tsx';
import { bluetooth, moreConnectivity, simCards, wifi, wlan } from './networks.tsx';
import type { SettingsPage } from './settings-page.ts';

/** The pages of Settings that hold more than their title. */
const PAGES: Readonly<Record<string, SettingsPage | undefined>> = {
  about_phone: aboutPhone,
  additional_settings: additionalSettings,
  bluetooth,
  display,
  font_size: fontSize,
  language_input: languageInput,
  languages,
  more_connectivity: moreConnectivity,
  sim_cards: simCards,
  wifi,
  wlan,
} satisfies Partial<Record<RowName, SettingsPage>> & Record<string, SettingsPage>;

/** The page of that name; that of a row without one is empty below its title. */
export function settingsPage(name: string): SettingsPage | undefined {
  return PAGES[name];
}

/** Pages that other apps may open: by the activity's class (AOSP's Settings.java) and its action. */
export const PUBLIC_PAGES = [
  {
    page: 'languages',
    className: 'com.android.settings.Settings$LocalePickerActivity',
    action: 'android.settings.LOCALE_SETTINGS',
  },
  {
    page: 'display',
    className: 'com.android.settings.Settings$DisplaySettingsActivity',
    action: 'android.settings.DISPLAY_SETTINGS',
  },
  {
    page: 'wlan',
    className: 'com.android.settings.Settings$WifiSettingsActivity',
    action: 'android.settings.WIFI_SETTINGS',
  },
  {
    page: 'bluetooth',
    className: 'com.android.settings.Settings$BluetoothSettingsActivity',
    action: 'android.settings.BLUETOOTH_SETTINGS',
  },
  {
    page: 'about_phone',
    className: 'com.android.settings.Settings$MyDeviceInfoActivity',
    action: 'android.settings.DEVICE_INFO_SETTINGS',
  },
] as const;
