import type { Notification } from '../notification-manager.ts';
import { appLabel } from '../packages/app-label.ts';
import type { AndroidSystem } from '../system.ts';
import { APPIUM_SETTINGS_PACKAGE } from './package.ts';

/** From this API level on the system hides codes from those that read notifications (Android 15). */
const HIDING_SDK = 35;
/** The framework's `redacted_notification_message`; its other languages were not to be found. */
const HIDDEN_TEXT = 'Sensitive notification content hidden';

/** A code as AOSP's detector finds them: a run of 4 to 8 digits. */
const CODE = /(?<!\d)\d{4,8}(?!\d)/;

/**
 * A notification as the system hands it to the helper: without its text, if there is a code in it and
 * nobody trusts the helper with those (AOSP NotificationManagerService.redactStatusBarNotification).
 */
export function asHelperSees(system: AndroidSystem, notification: Notification): Notification {
  const { gates, profile, packages } = system;
  const hides = profile.sdk >= HIDING_SDK && gates.get('notification-codes') === 'hidden';
  const helper = packages.get(APPIUM_SETTINGS_PACKAGE);
  const isTrusted = helper?.appOps.get('RECEIVE_SENSITIVE_NOTIFICATIONS') === 'allow';
  if (!hides || isTrusted || !CODE.test(notification.text)) return notification;
  return {
    ...notification,
    title: appLabel(system, notification.packageName),
    text: HIDDEN_TEXT,
  };
}
