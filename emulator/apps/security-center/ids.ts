import { ADB_INSTALL_ACTIVITY } from '../../android/packages/usb-installs.ts';

export const SECURITY_PACKAGE = ADB_INSTALL_ACTIVITY.packageName;

/** "USB debugging (Security settings)" is switched on here. */
export const ADB_INPUT_APPLY = {
  packageName: SECURITY_PACKAGE,
  className: 'com.miui.permcenter.install.AdbInputApplyActivity',
} as const;

/** Full resource name of a view of the Security app. */
export function securityId(name: string): string {
  return `${SECURITY_PACKAGE}:id/${name}`;
}
