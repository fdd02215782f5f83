import { HarnessError } from '../config/errors.ts';

/** What Appium says when a Xiaomi phone's own settings are in the way, and which setting it is. */
const REMEDIES: readonly (readonly [message: RegExp, remedy: string])[] = [
  [
    /INSTALL_FAILED_USER_RESTRICTED|INSTALL_CANCELED_BY_USER/,
    'turn on Settings → Additional settings → Developer options → "Install via USB", and accept what the phone asks',
  ],
  [
    /WRITE_SECURE_SETTINGS|INJECT_EVENTS/,
    'turn on Settings → Additional settings → Developer options → "USB debugging (Security settings)"',
  ],
  [
    /Appium Settings app is not running|instrumentation process is not running|cannot be initialized within|socket hang up/,
    'allow io.appium.settings and io.appium.uiautomator2.server to autostart and set their battery saver to "No restrictions"; the phone\'s system ended them',
  ],
  [
    /Unable to connect to|ECONNREFUSED|ENOTFOUND|ETIMEDOUT/,
    'see that the Appium server runs where MI_APPIUM_URL says, or leave MI_TARGET=remote out',
  ],
];
const OTHER_REMEDY = 'read the end of reports/logs/appium.log, then start the run again';

/** Appium could not open a session on the phone, so no test was run. */
export class SessionError extends HarnessError {
  override readonly category = 'set-up';

  /** @param seen what WebDriver said. */
  constructor(seen: string) {
    super('No WebDriver session could be opened on the phone.', {
      expected: 'Appium to install its helpers on the phone and to start them',
      seen,
      remedy: REMEDIES.find(([message]) => message.test(seen))?.[1] ?? OTHER_REMEDY,
    });
  }
}
