import type { Look, Profile } from '../../profiles/profile.ts';

export const SETTINGS_PACKAGE = 'com.android.settings';

export const SETTINGS_HOME = {
  packageName: SETTINGS_PACKAGE,
  className: 'com.android.settings.MiuiSettings',
} as const;

export const SETTINGS_PAGE = {
  packageName: SETTINGS_PACKAGE,
  className: 'com.android.settings.SubSettings',
} as const;

export const SETTINGS_SEARCH = {
  packageName: SETTINGS_PACKAGE,
  className: 'com.android.settings.Settings$SearchActivity',
} as const;

export const ACCOUNTS_SYNC = {
  packageName: SETTINGS_PACKAGE,
  className: 'com.android.settings.Settings$AccountSyncSettingsActivity',
} as const;

/** AOSP's, with Settings.ACTION_ADD_ACCOUNT. */
export const ADD_ACCOUNT = {
  packageName: SETTINGS_PACKAGE,
  className: 'com.android.settings.accounts.AddAccountSettings',
} as const;

/** Settings.ACTION_APPLICATION_DEVELOPMENT_SETTINGS of AOSP. */
export const DEVELOPER_OPTIONS_ACTION = 'android.settings.APPLICATION_DEVELOPMENT_SETTINGS';

/** Full resource name of a view of the Settings app. */
export function settingsId(name: string): string {
  return `${SETTINGS_PACKAGE}:id/${name}`;
}

/** The list of the home page, and its class. */
export function homeList(look: Look): { readonly id: string; readonly className: string } {
  return look === 'miui-10'
    ? { id: 'android:id/list', className: 'android.widget.ListView' }
    : {
        id: settingsId('scroll_headers'),
        className: 'androidx.recyclerview.widget.RecyclerView',
      };
}

/** Up to MIUI 12 the bar with the title was the framework's, a package called `miui`. */
export function titleIds({ look }: Pick<Profile, 'look'>): {
  readonly bar: string;
  readonly large: string;
} {
  return look === 'miui-10'
    ? { bar: 'miui:id/action_bar_title', large: 'miui:id/action_bar_title_expand' }
    : { bar: settingsId('action_bar_title'), large: settingsId('action_bar_title_expand') };
}
