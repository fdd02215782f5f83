import { remote } from 'webdriverio';
import { adbServerFromEnv } from '../config/adb-server.ts';
import { androidCapabilities } from '../config/capabilities.ts';
import { loadSettings } from '../config/settings.ts';
import { timeouts } from '../config/timeouts.ts';
import { RunFolder } from '../launcher/run-folder.ts';
import { Services } from '../launcher/services.ts';
import { measure, timed, type Measurement } from './measure.ts';

/** WebDriver sessions through WebdriverIO, Appium and its driver on one emulated phone. */
export async function sessionBenchmarks(): Promise<Measurement[]> {
  const settings = loadSettings({ MI_EMULATOR_LATENCY: '0' });
  const folder = RunFolder.of({});
  folder.create();
  const services = await Services.start({
    settings,
    folder,
    signal: new AbortController().signal,
    onPhone: () => undefined,
    onLost: (error) => {
      throw error;
    },
  });
  try {
    const session = () => startSession(services, settings);
    // The first session of a phone installs Appium's helpers on it.
    const first = await measure('first WebDriver session', 3000, 1, session);
    return [first, await measure('WebDriver session', 3000, 5, session)];
  } finally {
    await services.stop();
    folder.remove();
  }
}

async function startSession(
  { phones, appiumUrl }: Services,
  settings: ReturnType<typeof loadSettings>,
): Promise<number> {
  const [open] = phones;
  if (open === undefined) throw new Error('no phone was started');
  let driver: WebdriverIO.Browser | undefined;
  const ms = await timed(async () => {
    driver = await remote({
      hostname: appiumUrl.hostname,
      port: Number(appiumUrl.port),
      logLevel: 'error',
      capabilities: androidCapabilities({
        serial: open.phone.serial,
        deviceName: open.phone.model,
        ports: open.ports,
        adbServer: adbServerFromEnv(),
        timeouts: timeouts(settings),
      }),
    });
  });
  await driver?.deleteSession();
  return ms;
}
