import type { AdbServerAddress } from './adb-server.ts';
import type { Timeouts } from './timeouts.ts';

export interface PhonePorts {
  serial: string;
  /** What reports call the phone; two phones of one name would share a history. */
  deviceName: string;
  /** On this machine, forwarded to the UiAutomator2 server; one per session. */
  systemPort: number;
  /** On this machine, forwarded to the screen's MJPEG stream; one per session. */
  mjpegPort: number;
  adbServer: AdbServerAddress;
  timeouts: Timeouts;
}

/**
 * WebDriver capabilities of a session on a phone as it is: nothing is installed beside Appium's
 * helpers, started or reset, since the journey begins on whatever shows.
 * @see https://github.com/appium/appium-uiautomator2-driver#capabilities
 */
export function androidCapabilities({
  serial,
  deviceName,
  systemPort,
  mjpegPort,
  adbServer,
  timeouts,
}: PhonePorts) {
  return {
    platformName: 'Android',
    // WebDriver BiDi is for browsers; without this WebdriverIO tries to open it.
    'wdio:enforceWebDriverClassic': true,
    'appium:automationName': 'UiAutomator2',
    'appium:udid': serial,
    'appium:deviceName': deviceName,
    'appium:systemPort': systemPort,
    'appium:mjpegServerPort': mjpegPort,
    ...(adbServer.host === undefined ? {} : { 'appium:remoteAdbHost': adbServer.host }),
    ...(adbServer.port === undefined ? {} : { 'appium:adbPort': adbServer.port }),
    'appium:noReset': true,
    'appium:autoLaunch': false,
    // Others may be using adb on this machine.
    'appium:suppressKillServer': true,
    // Session start waits up to 10 s for a first log line, on a phone that is silent.
    'appium:skipLogcatCapture': true,
    // Refused while a Xiaomi phone's "USB debugging (Security settings)" is off, and not needed.
    'appium:ignoreHiddenApiPolicyError': true,
    'appium:newCommandTimeout': timeouts.newCommandTimeoutS,
    'appium:uiautomator2ServerReadTimeout': timeouts.uiautomator2ServerReadTimeoutMs,
    'appium:uiautomator2ServerLaunchTimeout': timeouts.uiautomator2ServerLaunchTimeoutMs,
    'appium:settings': {
      waitForIdleTimeout: timeouts.waitForIdleTimeoutMs,
      waitForSelectorTimeout: timeouts.waitForSelectorTimeoutMs,
    },
  } satisfies WebdriverIO.Capabilities;
}
