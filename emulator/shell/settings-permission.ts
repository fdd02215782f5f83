import type { SettingsNamespace } from '../android/settings-provider.ts';
import { shellHasPermission } from '../android/shell-identity.ts';
import type { AndroidSystem } from '../android/system.ts';

/** From this API level on the settings provider words its refusal anew (Android 13). */
const NEW_WORDING_SDK = 33;

/**
 * Why the shell may not change settings of that namespace; `undefined` if it may. The texts are
 * AOSP's SettingsProvider's.
 */
export function settingsRefusal(
  system: AndroidSystem,
  namespace: SettingsNamespace,
): string | undefined {
  const permission = namespace === 'system' ? 'WRITE_SETTINGS' : 'WRITE_SECURE_SETTINGS';
  if (shellHasPermission(system, permission)) return undefined;
  const name = `android.permission.${permission}`;
  return system.profile.sdk >= NEW_WORDING_SDK && namespace !== 'system'
    ? `Permission denial, must have one of: [${name}]`
    : `Permission denial: writing to settings requires:${name}`;
}
