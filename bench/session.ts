import { loadSettings, type Settings } from '../config/settings.ts';
import type { Services } from '../launcher/services.ts';
import { measure, timed, type Measurement } from './measure.ts';
import { openSession, withServices } from './services.ts';

/** WebDriver sessions through WebdriverIO, Appium and its driver on one emulated phone. */
export function sessionBenchmarks(): Promise<Measurement[]> {
  const settings = loadSettings({ MI_EMULATOR_LATENCY: '0' });
  return withServices(settings, async (services) => {
    const session = () => startSession(services, settings);
    // The first session of a phone installs Appium's helpers on it.
    const first = await measure('first WebDriver session', 3000, 1, session);
    return [first, await measure('WebDriver session', 2000, 5, session)];
  });
}

async function startSession(services: Services, settings: Settings): Promise<number> {
  const [phone] = services.phones;
  if (phone === undefined) throw new Error('no phone was started');
  let driver: WebdriverIO.Browser | undefined;
  const ms = await timed(async () => {
    driver = await openSession(services, phone, settings);
  });
  await driver?.deleteSession();
  return ms;
}
