import { HarnessError } from '../config/errors.ts';
import type { Trouble } from '../config/troubleshooting.ts';

interface Meaning {
  readonly message: RegExp;
  readonly trouble?: Trouble;
  readonly remedy: string;
}

/** What Appium says when a Xiaomi phone's own settings are in the way, and which setting it is. */
const MEANINGS: readonly Meaning[] = [
  {
    message: /INSTALL_FAILED_USER_RESTRICTED|INSTALL_CANCELED_BY_USER/,
    trouble: 'install-via-usb',
    remedy:
      'turn on Settings → Additional settings → Developer options → "Install via USB", and accept what the phone asks',
  },
  {
    message: /WRITE_SECURE_SETTINGS|INJECT_EVENTS/,
    trouble: 'usb-debugging-security',
    remedy:
      'turn on Settings → Additional settings → Developer options → "USB debugging (Security settings)"',
  },
  {
    message: /Appium Settings app is not running/,
    trouble: 'helpers-autostart',
    remedy:
      'allow io.appium.settings to autostart and set its battery saver to "No restrictions"; the phone\'s system ended it',
  },
  {
    message: /instrumentation process is not running|cannot be initialized within|socket hang up/,
    trouble: 'helpers-killed',
    remedy:
      'allow io.appium.settings and io.appium.uiautomator2.server to autostart and set their battery saver to "No restrictions"; the phone\'s system ended them',
  },
  {
    message: /was not in the list of connected devices|Could not find a connected Android device/,
    trouble: 'phones',
    remedy:
      'connect the phone to the machine of the Appium server, and let MI_PHONES name it as `adb devices` does there',
  },
  {
    message: /does not say which phone/,
    trouble: 'phones',
    remedy: 'let MI_PHONES name the phone, as the server knows it',
  },
  {
    message: /Unable to connect to|ECONNREFUSED|ENOTFOUND|ETIMEDOUT/,
    trouble: 'appium-unreachable',
    remedy:
      'see that the Appium server runs where MI_APPIUM_URL says, or leave MI_TARGET=remote out',
  },
];
const OTHER_REMEDY =
  'read the end of reports/logs/appium.log, or the log of the remote Appium server, then start the run again';

/** Appium could not open a session on the phone, so no test was run. */
export class SessionError extends HarnessError {
  override readonly category = 'set-up';

  /** @param seen what WebDriver said. */
  constructor(seen: string) {
    const meaning = MEANINGS.find(({ message }) => message.test(seen));
    super('No WebDriver session could be opened on the phone.', {
      expected: 'Appium to install its helpers on the phone and to start them',
      seen,
      remedy: meaning?.remedy ?? OTHER_REMEDY,
      trouble: meaning?.trouble,
    });
  }
}

/** A session was open, or none was asked for yet, and no test was run: nothing says that the phone is to blame. */
export class NoTestRunError extends HarnessError {
  override readonly category = 'harness';

  constructor() {
    super('The worker ended before its first test.', {
      expected: 'the spec file to be loaded, and its tests to run',
      seen: 'no test, and no error of the session',
      remedy:
        'read the first error above, or in reports/logs/wdio-output.log: a spec file that cannot be loaded is named there with the reason',
    });
  }
}
