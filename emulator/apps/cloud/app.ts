import type { AppDefinition } from '../../android/activity.ts';
import { LicenseActivity } from '../account/legal.tsx';
import { CloudMainActivity } from './cloud-main-activity.tsx';
import { startDataSync } from './data-sync.ts';
import { FindDeviceSettingsActivity } from './find-device-activity.tsx';
import { CLOUD_LEGAL, CLOUD_MAIN, CLOUD_PACKAGE, FIND_DEVICE, SYNC_SETTINGS } from './ids.ts';
import { SyncDataSettingsActivity } from './sync-activity.tsx';

/** Xiaomi Cloud: the agreement after a sign-in, and its switches. */
export const cloudApp: AppDefinition = {
  packageName: CLOUD_PACKAGE,
  label: 'Xiaomi Cloud',
  versionName: '12.0.1.45',
  versionCode: 1201045,
  uid: 1000,
  permissions: ['android.permission.INTERNET'],
  onBoot: startDataSync,
  activities: [
    {
      className: SYNC_SETTINGS.className,
      exported: true,
      orientation: 'portrait',
      create: (system, intent) => new SyncDataSettingsActivity(system, CLOUD_PACKAGE, intent),
    },
    {
      className: CLOUD_MAIN.className,
      exported: true,
      orientation: 'portrait',
      create: (system, intent) => new CloudMainActivity(system, CLOUD_PACKAGE, intent),
    },
    {
      className: FIND_DEVICE.className,
      exported: true,
      orientation: 'portrait',
      create: (system, intent) => new FindDeviceSettingsActivity(system, CLOUD_PACKAGE, intent),
    },
    {
      className: CLOUD_LEGAL.className,
      exported: false,
      orientation: 'portrait',
      create: (system, intent) => new LicenseActivity(system, CLOUD_PACKAGE, intent),
    },
  ],
};
