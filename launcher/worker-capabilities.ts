import { adbServerFromEnv } from '../config/adb-server.ts';
import { androidCapabilities } from '../config/capabilities.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import { timeouts } from '../config/timeouts.ts';
import type { OpenPhone } from './open-phone.ts';

/** What reports call every phone where a spec may run on any: its history is one. */
const ANY_PHONE = 'any phone of the run';

interface NamedPhone extends Pick<PhoneUnderTest, 'environment' | 'model' | 'serial'> {
  /** That it was started in, BCP 47; absent where none was asked for. */
  readonly language?: string | undefined;
}

/**
 * What reports call the phones of a run, each in another way: two of one name would share a history. A
 * phone that the run started takes whichever port is free, so its serial is no name.
 */
export function deviceNames(
  phones: readonly NamedPhone[],
  distribution: Settings['distribution'],
): string[] {
  if (distribution === 'share') return phones.map(() => ANY_PHONE);
  const seen = new Map<string, number>();
  return phones.map(({ environment, model, serial, language }) => {
    if (environment !== 'test') return `${model} ${serial}`;
    const name = language === undefined ? model : `${model}, ${language}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

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
