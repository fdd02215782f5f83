import type { AccountRow, Look } from '../../profiles/profile.ts';
import type { StringName } from '../strings/index.ts';
import type { RowName } from './rows.ts';

export interface RowGroup {
  /** Text above the group, where the system has it. */
  readonly caption?: StringName;
  readonly rows: readonly RowName[];
}

/**
 * The home page of Settings in each look, with the account where it is a row among others. The
 * order in HyperOS is that of its Settings app; the other two are plausible ones of our own.
 */
const LAYOUTS: Readonly<Record<Look, readonly RowGroup[]>> = {
  hyperos: [
    { rows: ['wlan', 'bluetooth', 'sim_cards', 'more_connectivity'] },
    { rows: ['display', 'sound', 'notifications', 'home_screen', 'lock_screen'] },
    { rows: ['passwords_security', 'privacy_security'] },
    {
      rows: [
        'apps',
        'battery',
        'screen_time',
        'xiaomi_account',
        'accounts_sync',
        'accessibility',
        'additional_settings',
      ],
    },
    { rows: ['about_phone'] },
  ],
  'miui-13': [
    { rows: ['about_phone'] },
    { rows: ['sim_cards', 'wifi', 'bluetooth', 'more_connectivity'] },
    { rows: ['wallpaper', 'lock_screen', 'display', 'sound', 'notifications', 'home_screen'] },
    {
      rows: ['passwords_security', 'privacy_security', 'battery', 'apps', 'additional_settings'],
    },
    { rows: ['screen_time', 'special_features'] },
    { rows: ['xiaomi_account', 'accounts_sync'] },
  ],
  'miui-10': [
    { rows: ['about_phone'] },
    {
      caption: 'wireless_networks',
      rows: ['sim_cards', 'wlan', 'bluetooth', 'hotspot', 'more_connectivity'],
    },
    { caption: 'personal', rows: ['display', 'wallpaper', 'themes', 'sound'] },
    {
      caption: 'system_device',
      rows: [
        'lock_screen',
        'notifications',
        'home_screen',
        'battery',
        'storage',
        'additional_settings',
      ],
    },
    { caption: 'accounts', rows: ['xiaomi_account', 'accounts_sync'] },
    { caption: 'apps_caption', rows: ['system_apps', 'apps'] },
  ],
};

/** The groups of rows below the search box; an account that is the first row is not among them. */
export function homeGroups(phone: {
  readonly look: Look;
  readonly accountRow: AccountRow;
}): readonly RowGroup[] {
  const groups = LAYOUTS[phone.look];
  if (phone.accountRow === 'further-down') return groups;
  return groups.map((group) => ({
    ...group,
    rows: group.rows.filter((name) => name !== 'xiaomi_account'),
  }));
}
