import type { AdbServerAddress } from './adb-server.ts';
import type { Timeouts } from './timeouts.ts';

/** On Appium's machine; one pair for each session. */
export interface SessionPorts {
  /** Forwarded to the UiAutomator2 server. */
  system: number;
  /** Forwarded to the screen's MJPEG stream. */
  mjpeg: number;
}

export interface SessionTarget {
  /** Absent where whoever is asked for the session chooses the phone. */
  serial: string | undefined;
  /** What reports call the phone: Appium itself goes by the serial. */
  deviceName: string;
  /** Without them the driver looks for free ones, on its own machine. */
  ports: SessionPorts | undefined;
  /** Of Appium, when it is not the usual one on Appium's machine. */
  adbServer: AdbServerAddress;
  timeouts: Timeouts;
  /** The driver collects the phone's log, where it cannot be had over adb. */
  collectsLog?: boolean | undefined;
}

/**
 * WebDriver capabilities of a session on a phone as it is: nothing is installed beside Appium's
 * helpers, started or reset, since the journey begins on whatever shows.
 * @see https://github.com/appium/appium-uiautomator2-driver#capabilities
 */
export function androidCapabilities({
  serial,
  deviceName,
  ports,
  adbServer,
  timeouts,
  collectsLog = false,
}: SessionTarget) {
  return {
    platformName: 'Android',
    // WebDriver BiDi is for browsers; without this WebdriverIO tries to open it.
    'wdio:enforceWebDriverClassic': true,
    'appium:automationName': 'UiAutomator2',
    ...(serial === undefined ? {} : { 'appium:udid': serial }),
    'appium:deviceName': deviceName,
    ...(ports === undefined
      ? {}
      : { 'appium:systemPort': ports.system, 'appium:mjpegServerPort': ports.mjpeg }),
    ...(adbServer.host === undefined ? {} : { 'appium:remoteAdbHost': adbServer.host }),
    ...(adbServer.port === undefined ? {} : { 'appium:adbPort': adbServer.port }),
    'appium:noReset': true,
    'appium:autoLaunch': false,
    // Others may be using adb on this machine.
    'appium:suppressKillServer': true,
    // Session start waits up to 10 s for a first log line, on a phone that is silent.
    'appium:skipLogcatCapture': !collectsLog,
    // Refused while a Xiaomi phone's "USB debugging (Security settings)" is off, and not needed.
    'appium:ignoreHiddenApiPolicyError': true,
    'appium:newCommandTimeout': timeouts.newCommandTimeoutS,
    'appium:uiautomator2ServerReadTimeout': timeouts.uiautomator2ServerReadTimeoutMs,
    'appium:uiautomator2ServerLaunchTimeout': timeouts.uiautomator2ServerLaunchTimeoutMs,
    'appium:settings': {
      waitForIdleTimeout: timeouts.waitForIdleTimeoutMs,
      waitForSelectorTimeout: timeouts.waitForSelectorTimeoutMs,
      // By default the server ends when the charger is unplugged; only the cable's end would be that of adb.
      shutdownOnPowerDisconnect: false,
      // Of the live picture that a person may watch: each frame is a screenshot for the phone, which
      // takes none while nobody looks. The default is 10.
      mjpegServerFramerate: 4,
    },
  } satisfies WebdriverIO.Capabilities;
}
