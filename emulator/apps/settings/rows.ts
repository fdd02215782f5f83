import type { AndroidSystem } from '../../android/system.ts';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import type { IconName } from '../../ui/icons.ts';
import { COLORS, TILES } from '../../ui/theme.ts';
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
      color: TILES.blue,
      value: ({ connectivity }, strings) => (connectivity.wifi ? strings.on : strings.off),
    },
    {
      title: 'bluetooth',
      icon: 'bluetooth',
      color: TILES.blue,
      value: ({ settings }, strings) =>
        settings.get('global', 'bluetooth_on') === '1' ? strings.on : strings.off,
    },
    { title: 'sim_cards', icon: 'sim', color: TILES.orange },
    { title: 'more_connectivity', icon: 'link-variant', color: TILES.green },
  ],
  [
    { title: 'display', icon: 'brightness', color: TILES.yellow },
    { title: 'sound', icon: 'volume', color: TILES.green },
    { title: 'notifications', icon: 'bell', color: TILES.blue },
    { title: 'home_screen', icon: 'home', color: TILES.violet },
    { title: 'lock_screen', icon: 'lock', color: TILES.red },
  ],
  [
    { title: 'passwords_security', icon: 'fingerprint', color: TILES.green },
    { title: 'privacy_security', icon: 'security', color: TILES.blue },
  ],
  [
    { title: 'apps', icon: 'apps', color: TILES.blue },
    { title: 'battery', icon: 'battery', color: TILES.green },
    { title: 'screen_time', icon: 'timer', color: TILES.violet },
    {
      title: 'xiaomi_account',
      icon: 'account',
      color: COLORS.brand,
      value: (system) => xiaomiAccount(system)?.nickname ?? '',
      opensAccount: true,
    },
    { title: 'accessibility', icon: 'human', color: TILES.blue },
    { title: 'additional_settings', icon: 'dots', color: TILES.grey },
  ],
  [{ title: 'about_phone', icon: 'cellphone', color: TILES.grey }],
];
