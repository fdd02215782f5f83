import type { SettingsProvider } from './settings-provider.ts';

const KEY = 'enabled_notification_listeners';

/** Components that may read notifications ("Notification access"), as `package/class`. */
export function notificationListeners(settings: SettingsProvider): string[] {
  return (settings.get('secure', KEY) ?? '').split(':').filter((name) => name !== '');
}

export function allowNotificationListener(settings: SettingsProvider, component: string): void {
  const others = notificationListeners(settings).filter((name) => name !== component);
  settings.put('secure', KEY, [...others, component].join(':'));
}

export function disallowNotificationListener(settings: SettingsProvider, component: string): void {
  const others = notificationListeners(settings).filter((name) => name !== component);
  settings.put('secure', KEY, others.join(':'));
}
