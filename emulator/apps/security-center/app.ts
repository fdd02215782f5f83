import type { AppDefinition } from '../../android/activity.ts';
import { ADB_INSTALL_ACTIVITY } from '../../android/packages/usb-installs.ts';
import { AdbInputApplyActivity } from './adb-input-apply-activity.tsx';
import { AdbInstallActivity } from './adb-install-activity.tsx';
import { ADB_INPUT_APPLY, SECURITY_PACKAGE } from './ids.ts';

/** Xiaomi's Security app: the two screens of it that stand between adb and the phone. */
export const securityCenterApp: AppDefinition = {
  packageName: SECURITY_PACKAGE,
  label: 'Security',
  versionName: '11.0.3-250711.0.1',
  versionCode: 40001103,
  uid: 1000,
  activities: [
    {
      className: ADB_INSTALL_ACTIVITY.className,
      exported: false,
      translucent: true,
      create: (system, intent) => new AdbInstallActivity(system, SECURITY_PACKAGE, intent),
    },
    {
      className: ADB_INPUT_APPLY.className,
      exported: false,
      create: (system, intent) => new AdbInputApplyActivity(system, SECURITY_PACKAGE, intent),
    },
  ],
};
