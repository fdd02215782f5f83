/**
 * Permissions that a person grants at run time (`protectionLevel="dangerous"`, AOSP
 * frameworks/base/core/res/AndroidManifest.xml); all others are granted on installation.
 */
const RUNTIME_PERMISSIONS: ReadonlySet<string> = new Set(
  [
    'ACCEPT_HANDOVER',
    'ACCESS_BACKGROUND_LOCATION',
    'ACCESS_COARSE_LOCATION',
    'ACCESS_FINE_LOCATION',
    'ACCESS_MEDIA_LOCATION',
    'ACTIVITY_RECOGNITION',
    'ANSWER_PHONE_CALLS',
    'BLUETOOTH_ADVERTISE',
    'BLUETOOTH_CONNECT',
    'BLUETOOTH_SCAN',
    'BODY_SENSORS',
    'CALL_PHONE',
    'CAMERA',
    'GET_ACCOUNTS',
    'NEARBY_WIFI_DEVICES',
    'POST_NOTIFICATIONS',
    'PROCESS_OUTGOING_CALLS',
    'READ_CALENDAR',
    'READ_CALL_LOG',
    'READ_CONTACTS',
    'READ_EXTERNAL_STORAGE',
    'READ_MEDIA_AUDIO',
    'READ_MEDIA_IMAGES',
    'READ_MEDIA_VIDEO',
    'READ_PHONE_NUMBERS',
    'READ_PHONE_STATE',
    'READ_SMS',
    'RECEIVE_MMS',
    'RECEIVE_SMS',
    'RECEIVE_WAP_PUSH',
    'RECORD_AUDIO',
    'SEND_SMS',
    'USE_SIP',
    'UWB_RANGING',
    'WRITE_CALENDAR',
    'WRITE_CALL_LOG',
    'WRITE_CONTACTS',
    'WRITE_EXTERNAL_STORAGE',
  ].map((name) => `android.permission.${name}`),
);

/**
 * Permissions for the system's own apps that `pm grant` may still give for development
 * (`protectionLevel` with `development`).
 */
const DEVELOPMENT_PERMISSIONS: ReadonlySet<string> = new Set(
  [
    'CHANGE_CONFIGURATION',
    'DUMP',
    'PACKAGE_USAGE_STATS',
    'READ_LOGS',
    'SET_ANIMATION_SCALE',
    'WRITE_SECURE_SETTINGS',
  ].map((name) => `android.permission.${name}`),
);

/** Not granted by a mere request: held by the system, or switched on as an app operation. */
const NEVER_GRANTED: ReadonlySet<string> = new Set([
  'android.permission.ACCESS_MOCK_LOCATION',
  'android.permission.WRITE_SETTINGS',
]);

export function isRuntimePermission(permission: string): boolean {
  return RUNTIME_PERMISSIONS.has(permission);
}

/** Whether `pm grant` and `pm revoke` accept it. */
export function isChangeablePermission(permission: string): boolean {
  return RUNTIME_PERMISSIONS.has(permission) || DEVELOPMENT_PERMISSIONS.has(permission);
}

/** Whether installing an ordinary app grants it without asking. */
export function isInstallPermission(permission: string): boolean {
  return !isChangeablePermission(permission) && !NEVER_GRANTED.has(permission);
}
