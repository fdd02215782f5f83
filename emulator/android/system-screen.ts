import { FLAG_ACTIVITY_NEW_TASK } from './task.ts';
import { chosenFontScale } from './configuration.ts';
import type { Notification } from './notification-manager.ts';
import { appLabel } from './packages/app-label.ts';
import { pressRecents } from './recents.ts';
import type { AndroidSystem } from './system.ts';

// android.view.KeyEvent
const KEYCODE_POWER = 26;
const KEYCODE_APP_SWITCH = 187;

const ROTATION_KEYS: ReadonlySet<string> = new Set(['user_rotation', 'accelerometer_rotation']);
const KEYCODE_SLEEP = 223;
const KEYCODE_WAKEUP = 224;

/** Connects the system's services with the screen: keys, settings, notifications, gates. */
export function connectScreen(system: AndroidSystem): void {
  const { activities, gates, keyguard, notifications, power, settings, windows } = system;
  windows.setSystemKeys({
    back: () => activities.back(),
    home: () => {
      if (!keyguard.showing) activities.home();
    },
    other: (keyCode) => pressSystemKey(system, keyCode),
  });
  power.onChanged(() => windows.invalidate());
  gates.onChanged('secure', () => windows.invalidate());
  gates.onChanged('sim', () => windows.invalidate());
  const setLockScreen = () =>
    settings.put('secure', 'lockscreen.disabled', keyguard.enabled ? '0' : '1');
  setLockScreen();
  gates.onChanged('lock-screen', setLockScreen);
  settings.onChanged((namespace, key) => {
    if (namespace === 'global') windows.invalidate();
    if (namespace === 'system' && ROTATION_KEYS.has(key)) turnScreen(system);
    if (namespace === 'system' && key === 'system_locales') changeLanguage(system);
    if (namespace === 'system' && key === 'font_scale') changeFontSize(system);
  });
  system.holding.onTurned(() => turnScreen(system));
  notifications.onPosted((notification) => {
    const { packageName, title, text, silent } = notification;
    if (silent === true) return;
    windows.showHeadsUp({
      packageName,
      appLabel: appLabel(system, packageName),
      title,
      text,
      onClick: () => openFromNotification(system, notification),
    });
  });
  notifications.onChanged(() => windows.invalidate());
  windows.setShadeContent({
    locale: () => system.locale,
    notifications: () =>
      notifications.list().map((notification) => {
        const { packageName, id, tag, title, text, postedAtMs } = notification;
        return {
          key: `${packageName}|${id}|${tag ?? ''}`,
          appLabel: appLabel(system, packageName),
          title,
          text,
          postedAtMs,
          onClick: () => openFromNotification(system, notification),
        };
      }),
    clearAll: () => {
      for (const { packageName } of notifications.list()) notifications.cancelAll(packageName);
    },
  });
}

/** A key that is the system's, not the app's in front: power, wake-up, sleep, recent apps. */
function pressSystemKey(system: AndroidSystem, keyCode: number): void {
  const { power, keyguard } = system;
  if (keyCode === KEYCODE_APP_SWITCH && power.screenOn && !keyguard.showing) pressRecents(system);
  else if (keyCode === KEYCODE_WAKEUP) power.wake();
  else if (keyCode === KEYCODE_SLEEP) power.sleep();
  else if (keyCode === KEYCODE_POWER && power.screenOn) power.sleep();
  else if (keyCode === KEYCODE_POWER) power.wake();
}

/** Turns the screen as the phone is held, with auto-rotate on, or else as the settings have it. */
function turnScreen({ settings, windows, holding }: AndroidSystem): void {
  if (settings.get('system', 'accelerometer_rotation') === '1') {
    windows.setRotation(holding.rotation);
    return;
  }
  const turns = settings.get('system', 'user_rotation');
  const rotation = ([0, 1, 2, 3] as const).find((known) => String(known) === turns);
  if (rotation !== undefined) windows.setRotation(rotation);
}

/** What was chosen in Settings outlives a restart, and every app shows it at once. */
function changeLanguage({ properties, activities, windows, locale }: AndroidSystem): void {
  properties.set('persist.sys.locale', locale);
  activities.relaunchAll();
  windows.invalidate();
}

/** A change of the configuration, as that of the language. */
function changeFontSize({ settings, activities, windows }: AndroidSystem): void {
  windows.setFontScale(chosenFontScale(settings));
  activities.relaunchAll();
}

function openFromNotification(
  system: AndroidSystem,
  { packageName, contentIntent }: Notification,
): void {
  system.notifications.cancelAll(packageName);
  const launcher = system.packages.launcherActivity(packageName);
  const intent = contentIntent ?? (launcher && { component: launcher.component });
  if (!intent) return;
  const flags = (intent.flags ?? 0) | FLAG_ACTIVITY_NEW_TASK;
  system.activities.start({ ...intent, flags });
}
