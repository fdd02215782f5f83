export const SETTINGS_PACKAGE = 'com.android.settings';

export const SETTINGS_HOME = {
  packageName: SETTINGS_PACKAGE,
  className: 'com.android.settings.MiuiSettings',
} as const;

export const SETTINGS_PAGE = {
  packageName: SETTINGS_PACKAGE,
  className: 'com.android.settings.SubSettings',
} as const;

/** Full resource name of a view of the Settings app. */
export function settingsId(name: string): string {
  return `${SETTINGS_PACKAGE}:id/${name}`;
}
