import type { AndroidSystem } from '../../android/system.ts';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import type { IconName } from '../../ui/icons.ts';
import { COLORS } from '../../ui/theme.ts';
import type { StringName, Strings } from '../strings/index.ts';

export interface SettingsRow {
  readonly title: StringName;
  readonly icon: IconName;
  readonly color: string;
  /** What stands at the row's right end. */
  value?(system: AndroidSystem, strings: Strings): string;
  /** Opens the Xiaomi account instead of a page of Settings. */
  readonly opensAccount?: boolean;
}

/** The home page of Settings on a Global phone; each inner list is one card. */
export const GLOBAL_ROWS: readonly (readonly SettingsRow[])[] = [
  [
    {
      title: 'wlan',
      icon: 'wifi',
      color: '#3482FF',
      value: ({ connectivity }, strings) => (connectivity.wifi ? strings.on : strings.off),
    },
    {
      title: 'bluetooth',
      icon: 'bluetooth',
      color: '#3482FF',
      value: ({ settings }, strings) =>
        settings.get('global', 'bluetooth_on') === '1' ? strings.on : strings.off,
    },
    { title: 'sim_cards', icon: 'sim', color: '#F5A623' },
    { title: 'more_connectivity', icon: 'link-variant', color: '#2FBF71' },
  ],
  [
    { title: 'display', icon: 'brightness', color: '#FFB300' },
    { title: 'sound', icon: 'volume', color: '#2FBF71' },
    { title: 'notifications', icon: 'bell', color: '#3482FF' },
    { title: 'home_screen', icon: 'home', color: '#7A6FF0' },
    { title: 'lock_screen', icon: 'lock', color: '#FA5C4B' },
  ],
  [
    { title: 'passwords_security', icon: 'fingerprint', color: '#2FBF71' },
    { title: 'privacy_security', icon: 'security', color: '#3482FF' },
  ],
  [
    { title: 'apps', icon: 'apps', color: '#3482FF' },
    { title: 'battery', icon: 'battery', color: '#2FBF71' },
    { title: 'screen_time', icon: 'timer', color: '#7A6FF0' },
    {
      title: 'xiaomi_account',
      icon: 'account',
      color: COLORS.brand,
      value: (system) => xiaomiAccount(system)?.nickname ?? '',
      opensAccount: true,
    },
    { title: 'accessibility', icon: 'human', color: '#3482FF' },
    { title: 'additional_settings', icon: 'dots', color: '#8C8C8C' },
  ],
  [{ title: 'about_phone', icon: 'cellphone', color: '#8C8C8C' }],
];
