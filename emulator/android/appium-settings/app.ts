import type { ComponentName, Intent } from '../activity.ts';
import type { BroadcastResult, ForeignApp } from '../packages/foreign-app.ts';
import { SecurityException } from '../shell-identity.ts';
import type { AndroidSystem } from '../system.ts';
import { NotificationBuffer } from './notification-buffer.ts';
import { APPIUM_SETTINGS_PACKAGE } from './package.ts';
import { readMessages } from './sms-reader.ts';

const RESULT_OK = -1;
const FOREGROUND_SERVICE = `${APPIUM_SETTINGS_PACKAGE}.ForegroundService`;

/**
 * What Appium's helper app (https://github.com/appium/io.appium.settings) does for those who talk
 * to it over `am start` and `am broadcast`.
 */
export class AppiumSettingsApp implements ForeignApp {
  readonly #system: AndroidSystem;
  readonly #buffer: NotificationBuffer;

  constructor(system: AndroidSystem) {
    this.#system = system;
    this.#buffer = new NotificationBuffer(system);
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
        return { code: RESULT_OK, data: this.#notifications() };
      case 'sms.read':
        return { code: RESULT_OK, data: this.#messages(intent) };
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

  #notifications(): string {
    if (!this.#buffer.isAllowed) {
      return "Appium Settings helper has no access to the system notifications. The access must be granted manually via 'Notification access' page in device Settings.";
    }
    return toJson({ statusBarNotifications: this.#buffer.describe() });
  }

  /** A failure is told in the data, with a result that says "ok". */
  #messages(intent: Intent): string {
    try {
      return toJson(readMessages(this.#system, intent.extras?.['max']));
    } catch (error) {
      if (!(error instanceof SecurityException)) throw error;
      this.#system.logcat.write('W', 'System.err', `${error.name}: ${error.message}`);
      const failure =
        'Appium Settings helper is unable to list SMS messages. Check the logcat output for more details.';
      this.#system.logcat.write('E', 'SmsReader', failure);
      return failure;
    }
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

/** As Android's org.json writes it: a slash is escaped too. */
function toJson(value: object): string {
  return JSON.stringify(value).replaceAll('/', '\\/');
}
