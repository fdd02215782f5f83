import type { AndroidSystem } from './system.ts';

/** A java.lang.SecurityException of a system service, as callers see its name and message. */
export class SecurityException extends Error {
  override readonly name = 'java.lang.SecurityException';
}

/** From this API level on the input service words its refusal anew (Android 13). */
const NEW_WORDING_SDK = 33;

/**
 * Whether Xiaomi's "USB debugging (Security settings)" lets the shell's user have a permission.
 * While it is off, the system refuses what injects input, writes settings, grants permissions,
 * clears data, sends messages, calls or reads contacts; a refusal is logged.
 */
export function shellHasPermission(system: AndroidSystem, permission: string): boolean {
  if (system.gates.get('adb-input') === 'on') return true;
  system.logcat.write(
    'E',
    'MIUILOG- Permission Denied',
    `preCheckUidPermission: permission denied, perm=android.permission.${permission}`,
  );
  return false;
}

/** Why the shell may not inject input, in the input service's words for that version. */
export function injectionRefusal(sdk: number): string {
  return sdk >= NEW_WORDING_SDK
    ? 'Injecting input events requires the caller (or the source of the instrumentation, if any) to have the INJECT_EVENTS permission.'
    : 'Injecting to another application requires INJECT_EVENTS permission';
}
