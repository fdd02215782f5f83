export const ACCOUNT_PACKAGE = 'com.xiaomi.account';

/** Full resource name of a view of the account app. */
export function accountId(name: string): string {
  return `${ACCOUNT_PACKAGE}:id/${name}`;
}

export const ACCOUNT_SETTINGS = {
  packageName: ACCOUNT_PACKAGE,
  className: 'com.xiaomi.account.ui.AccountSettingsActivity',
} as const;

export const ACCOUNT_LEGAL = {
  packageName: ACCOUNT_PACKAGE,
  className: 'com.xiaomi.account.ui.LicenseActivity',
} as const;
