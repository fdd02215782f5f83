import { adbServerFromEnv } from '../config/adb-server.ts';
import { androidCapabilities } from '../config/capabilities.ts';
import type { Settings } from '../config/settings.ts';
import { timeouts } from '../config/timeouts.ts';
import type { OpenPhone } from './open-phone.ts';

/** What WebdriverIO starts the workers of one phone with: where Appium is, and a session of that phone. */
export function workerCapabilities(
  { phone, ports }: Pick<OpenPhone, 'phone' | 'ports'>,
  deviceName: string,
  appiumUrl: URL,
  settings: Settings,
): WebdriverIO.Capabilities {
  const { protocol, hostname, port, pathname } = appiumUrl;
  return {
    ...androidCapabilities({
      serial: phone.serial,
      deviceName,
      ports,
      adbServer: adbServerOfAppium(settings),
      timeouts: timeouts(settings),
      collectsLog: phone.withoutAdb,
    }),
    ...settings.capabilities,
    // The spec files of one phone go one after the other.
    'wdio:maxInstances': 1,
    protocol: protocol.slice(0, -1),
    hostname,
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    path: pathname,
  };
}

/** Which adb server an Appium elsewhere uses is its own matter; MI_CAPABILITIES can tell it. */
function adbServerOfAppium({ target }: Settings) {
  return target === 'remote' ? {} : adbServerFromEnv();
}
