import type { AppDefinition } from '../../android/activity.ts';
import type { Profile } from '../../profiles/profile.ts';
import { GrantPermissionsActivity } from './grant-permissions-activity.tsx';
import { permissionDialogOf } from '../../android/dialogs/permission-dialog.ts';

/** What asks the person whether an app may do something. */
export function permissionControllerApp(profile: Profile): AppDefinition {
  const { packageName, className } = permissionDialogOf(profile);
  return {
    packageName,
    label: 'Permission controller',
    versionName: profile.androidVersion,
    versionCode: profile.sdk,
    uid: 10052,
    activities: [
      {
        className,
        exported: true,
        translucent: true,
        create: (system, intent) => new GrantPermissionsActivity(system, packageName, intent),
      },
    ],
  };
}
