export const CLOUD_PACKAGE = 'com.miui.cloudservice';

/** What opens right after a sign-in. */
export const SYNC_SETTINGS = {
  packageName: CLOUD_PACKAGE,
  className: 'com.miui.cloudservice.ui.SyncDataSettingsActivity',
} as const;

export const CLOUD_MAIN = {
  packageName: CLOUD_PACKAGE,
  className: 'com.miui.cloudservice.ui.MiCloudMainActivity',
} as const;

export const FIND_DEVICE = {
  packageName: CLOUD_PACKAGE,
  className: 'com.miui.cloudservice.ui.FindDeviceSettingsActivity',
} as const;

export const CLOUD_LEGAL = {
  packageName: CLOUD_PACKAGE,
  className: 'com.miui.cloudservice.ui.LicenseActivity',
} as const;

/** Full resource name of a view of Xiaomi Cloud. */
export function cloudId(name: string): string {
  return `${CLOUD_PACKAGE}:id/${name}`;
}
