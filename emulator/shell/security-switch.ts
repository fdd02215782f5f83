import type { AndroidSystem } from '../android/system.ts';

/**
 * Whether Xiaomi's "USB debugging (Security settings)" is on. While it is off, the system refuses
 * the shell what injects input, writes settings, grants permissions or clears data.
 */
export function mayControlPhone(system: AndroidSystem, permission: string): boolean {
  if (system.properties.get('persist.security.adbinput') === '1') return true;
  system.logcat.write(
    'E',
    'MIUILOG- Permission Denied',
    `preCheckUidPermission: permission denied, perm=android.permission.${permission}`,
  );
  return false;
}
