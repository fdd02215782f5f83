import type { ComponentName, Intent } from './activity.ts';
import type { BroadcastResult, ForeignApp } from './packages/foreign-app.ts';
import { SecurityException } from './shell-identity.ts';
import type { AndroidSystem } from './system.ts';

export const APPIUM_SETTINGS_PACKAGE = 'io.appium.settings';

const RESULT_OK = -1;
const FOREGROUND_SERVICE = `${APPIUM_SETTINGS_PACKAGE}.ForegroundService`;
const DEFAULT_MAX_MESSAGES = 100;

/**
 * What Appium's helper app (https://github.com/appium/io.appium.settings) does for those who talk
 * to it over `am start` and `am broadcast`.
 */
export class AppiumSettingsApp implements ForeignApp {
  readonly #system: AndroidSystem;

  constructor(system: AndroidSystem) {
    this.#system = system;
  }

  /** Its only activity starts the foreground service and finishes without a window. */
  startActivity(component: ComponentName): void {
    const { processes, packages, services } = this.#system;
    const uid = packages.get(component.packageName)?.uid;
    processes.start(component.packageName, uid === undefined ? {} : { uid });
    services.start(
      { packageName: component.packageName, className: FOREGROUND_SERVICE },
      { foreground: true },
    );
  }

  receive(intent: Intent): BroadcastResult | undefined {
    const action = intent.action ?? '';
    if (!action.startsWith(`${APPIUM_SETTINGS_PACKAGE}.`)) return undefined;
    switch (action.slice(APPIUM_SETTINGS_PACKAGE.length + 1)) {
      case 'clipboard.get':
        return {
          code: RESULT_OK,
          data: Buffer.from(this.#system.clipboard.get(), 'utf8').toString('base64'),
        };
      case 'notifications':
        return { code: RESULT_OK, data: JSON.stringify(this.#notifications()) };
      case 'sms.read':
        return this.#readMessages(intent);
      case 'locale':
        return this.#setLocale(intent);
      case 'list_locales':
        return { code: RESULT_OK, data: this.#locales() };
      case 'animation':
      case 'scan_media':
      case 'unpair_bluetooth':
        return { code: RESULT_OK };
      case 'location':
        return { code: RESULT_OK, data: '40.71278 -74.00594 0.0' };
      default:
        return { code: 0 };
    }
  }

  #notifications(): object {
    return {
      statusBarNotifications: this.#system.notifications.list().map((notification) => ({
        isGroup: false,
        packageName: notification.packageName,
        isClearable: true,
        isOngoing: false,
        id: notification.id,
        tag: notification.tag ?? null,
        postTime: notification.postedAtMs,
        isRemoved: false,
        notification: {
          title: notification.title,
          bigTitle: null,
          text: notification.text,
          bigText: null,
          tickerText: null,
          subText: null,
          infoText: null,
          template: null,
        },
      })),
    };
  }

  #readMessages(intent: Intent): BroadcastResult {
    try {
      return { code: RESULT_OK, data: JSON.stringify(this.#messages(intent)) };
    } catch (error) {
      if (!(error instanceof SecurityException)) throw error;
      this.#system.logcat.write('E', 'APPIUM SETTINGS', String(error));
      return { code: 0, data: '' };
    }
  }

  #messages(intent: Intent): object {
    const max = Number(intent.extras?.['max'] ?? DEFAULT_MAX_MESSAGES);
    const { rows } = this.#system.sms.query('content://sms/inbox', {
      sort: `date DESC limit ${max}`,
    });
    return {
      items: rows.map((row) => ({
        id: String(row['_id']),
        address: row['address'],
        person: row['person'],
        date: String(row['date']),
        read: String(row['read']),
        status: String(row['status']),
        type: String(row['type']),
        subject: row['subject'],
        body: row['body'],
        serviceCenter: row['service_center'],
      })),
      total: this.#system.sms.rows.length,
    };
  }

  #setLocale(intent: Intent): BroadcastResult {
    const { lang, country, script } = intent.extras ?? {};
    if (typeof lang !== 'string' || typeof country !== 'string') return { code: 0 };
    const parts = typeof script === 'string' ? [lang, script, country] : [lang, country];
    this.#system.settings.put('system', 'system_locales', parts.join('-'));
    return { code: RESULT_OK, data: parts.join('-') };
  }

  #locales(): string {
    const items = this.#system.profile.locales.map((locale) => {
      const [language, country] = locale.split('-');
      return { language, country, tag: locale };
    });
    return Buffer.from(JSON.stringify({ items })).toString('base64');
  }
}
