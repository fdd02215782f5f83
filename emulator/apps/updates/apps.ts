import type { AppDefinition } from '../../android/activity.ts';
import type { Profile } from '../../profiles/profile.ts';
import { AppUpdateActivity } from './app-update-activity.ts';
import { appUpdateOf, SYSTEM_UPDATE } from '../../android/dialogs/update-dialogs.ts';
import { SystemUpdateActivity } from './system-update-activity.ts';

/** The system's updater and the app store, as far as they get in somebody's way. */
export function updateApps(profile: Profile): AppDefinition[] {
  const store = appUpdateOf(profile);
  return [
    {
      packageName: SYSTEM_UPDATE.packageName,
      label: 'Updater',
      versionName: '9.4.2',
      versionCode: 942,
      uid: 1000,
      activities: [
        {
          className: SYSTEM_UPDATE.className,
          exported: true,
          translucent: true,
          create: (system, intent) =>
            new SystemUpdateActivity(system, SYSTEM_UPDATE.packageName, intent),
        },
      ],
    },
    {
      packageName: store.packageName,
      label: profile.region === 'cn' ? '应用商店' : 'GetApps',
      versionName: '35.2.1',
      versionCode: 35_002_010,
      uid: 10_077,
      activities: [
        {
          className: store.className,
          exported: false,
          translucent: true,
          create: (system, intent) => new AppUpdateActivity(system, store.packageName, intent),
        },
      ],
    },
  ];
}
