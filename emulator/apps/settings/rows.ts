import type { AndroidSystem } from '../../android/system.ts';
import type { IconName } from '../../ui/icons.ts';
import { COLORS, TILES } from '../../ui/theme.ts';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import type { Strings } from '../strings/index.ts';

export interface SettingsRow {
  readonly icon: IconName;
  readonly color: string;
  /** What stands at the row's right end. */
  value?(system: AndroidSystem, strings: Strings): string;
}

const wlan: SettingsRow = {
  icon: 'wifi',
  color: TILES.blue,
  value: ({ connectivity }, strings) => (connectivity.wifi ? strings.on : strings.off),
};

/** Rows of the home page by their name, which also names their title and the page they open. */
const ROWS = {
  wlan,
  wifi: wlan,
  bluetooth: {
    icon: 'bluetooth',
    color: TILES.blue,
    value: ({ settings }, strings) =>
      settings.get('global', 'bluetooth_on') === '1' ? strings.on : strings.off,
  },
  sim_cards: { icon: 'sim', color: TILES.orange },
  hotspot: { icon: 'hotspot', color: TILES.green },
  more_connectivity: { icon: 'link-variant', color: TILES.green },
  display: { icon: 'brightness', color: TILES.yellow },
  wallpaper: { icon: 'image', color: TILES.violet },
  themes: { icon: 'palette', color: TILES.red },
  sound: { icon: 'volume', color: TILES.green },
  notifications: { icon: 'bell', color: TILES.blue },
  home_screen: { icon: 'home', color: TILES.violet },
  lock_screen: { icon: 'lock', color: TILES.red },
  passwords_security: { icon: 'fingerprint', color: TILES.green },
  privacy_security: { icon: 'security', color: TILES.blue },
  apps: { icon: 'apps', color: TILES.blue },
  system_apps: { icon: 'cog', color: TILES.grey },
  battery: { icon: 'battery', color: TILES.green },
  storage: { icon: 'database', color: TILES.orange },
  screen_time: { icon: 'timer', color: TILES.violet },
  special_features: { icon: 'flask', color: TILES.violet },
  xiaomi_account: {
    icon: 'account',
    color: COLORS.brand,
    value: (system) => xiaomiAccount(system)?.nickname ?? '',
  },
  accounts_sync: { icon: 'sync', color: TILES.blue },
  accessibility: { icon: 'human', color: TILES.blue },
  additional_settings: { icon: 'dots', color: TILES.grey },
  about_phone: {
    icon: 'cellphone',
    color: TILES.grey,
    value: ({ properties }) => shortVersion(properties.get('ro.build.version.incremental')),
  },
} satisfies Readonly<Record<string, SettingsRow>>;

export type RowName = keyof typeof ROWS;

export function settingsRow(name: RowName): SettingsRow {
  return ROWS[name];
}

/** `OS3.0.5` of `OS3.0.5.0.WNRMIXM`. */
function shortVersion(incremental: string): string {
  return incremental.split('.').slice(0, 3).join('.');
}
