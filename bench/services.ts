import { remote } from 'webdriverio';
import { adbServerFromEnv } from '../config/adb-server.ts';
import { androidCapabilities } from '../config/capabilities.ts';
import type { Settings } from '../config/settings.ts';
import { timeouts } from '../config/timeouts.ts';
import { RunFolder } from '../launcher/run-folder.ts';
import { Services } from '../launcher/services.ts';

export type BenchedPhone = Services['phones'][number];

/** Runs a measurement on the phones and the Appium server of a run, and takes both away again. */
export async function withServices<T>(
  settings: Settings,
  measurement: (services: Services) => Promise<T>,
): Promise<T> {
  const folder = RunFolder.of({});
  folder.create();
  const services = await Services.start({
    settings,
    runId: 'benchmark',
    folder,
    signal: new AbortController().signal,
    onPhone: () => undefined,
    onLeftOut: () => undefined,
    mayBegin: () => Promise.resolve(),
    onNote: () => undefined,
    onLost: (error) => {
      throw error;
    },
  });
  try {
    return await measurement(services);
  } finally {
    await services.stop();
    folder.remove();
  }
}

/** Opens a WebDriver session on one of the phones; whoever does ends it. */
export function openSession(
  { appiumUrl }: Services,
  { phone, ports }: BenchedPhone,
  settings: Settings,
): Promise<WebdriverIO.Browser> {
  return remote({
    hostname: appiumUrl.hostname,
    port: Number(appiumUrl.port),
    logLevel: 'error',
    capabilities: androidCapabilities({
      serial: phone.serial,
      deviceName: phone.model,
      ports,
      adbServer: adbServerFromEnv(),
      timeouts: timeouts(settings),
    }),
  });
}
