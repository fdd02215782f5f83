import { remote } from 'webdriverio';
import type { SessionPorts } from '../../config/capabilities.ts';
import type { PhoneUnderTest } from '../../config/run-context.ts';

/**
 * Opens a session on another phone than the worker's, on the same Appium server and with the same
 * capabilities.
 * @param ports on Appium's machine; without them the driver looks for free ones.
 */
export function openSession(
  phone: Pick<PhoneUnderTest, 'serial' | 'model'>,
  ports: SessionPorts | undefined,
): Promise<WebdriverIO.Browser> {
  const { protocol, hostname, port, path, headers } = browser.options;
  const { connectionRetryTimeout, connectionRetryCount } = browser.options;
  return remote({
    ...{ protocol, hostname, port, path, headers },
    ...{ connectionRetryTimeout, connectionRetryCount },
    capabilities: {
      ...(browser.requestedCapabilities as WebdriverIO.Capabilities),
      'appium:udid': phone.serial,
      'appium:deviceName': phone.model,
      'appium:systemPort': ports?.system,
      'appium:mjpegServerPort': ports?.mjpeg,
    },
  });
}
