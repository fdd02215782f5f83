import { remote } from 'webdriverio';
import { adbServerFromEnv } from '../../config/adb-server.ts';
import { androidCapabilities, type SessionPorts } from '../../config/capabilities.ts';
import { RealHarnessClock } from '../../config/clock.ts';
import { Masker } from '../../config/masker.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import type { PhoneUnderTest, RunContext } from '../../config/run-context.ts';
import { addSecrets } from '../../config/secrets.ts';
import type { Settings } from '../../config/settings.ts';
import { timeouts } from '../../config/timeouts.ts';
import type { Adb } from '../../device/adb.ts';
import { openBridge } from '../../device/open-bridge.ts';
import { phoneUnderTest } from '../../device/phone-under-test.ts';
import { preparePhone } from '../../device/settings-journal/prepare.ts';
import { SignOut, type SignOutOptions } from '../../flows/sign-out.ts';
import { AppiumServer } from '../appium.ts';
import { leasePhones, releasePhones } from '../lease-phones.ts';
import { RunFolder } from '../run-folder.ts';
import { terminalOptions } from '../terminal/options.ts';
import { TerminalView } from '../terminal/terminal.ts';

export interface SignOutOfOptions extends Required<SignOutOptions> {
  serial: string;
  adb: Adb;
  adbPath: string;
  settings: Settings;
  signal: AbortSignal;
}

/**
 * Leases a phone, opens a session on it with an Appium server of its own, and signs out; shows how it
 * goes on the terminal. The phone is left as it was, but for the account.
 * @throws HarnessError of a class that says what stopped it.
 */
export async function signOutOf(options: SignOutOfOptions): Promise<void> {
  const { adb, adbPath, serial, settings, signal } = options;
  const runId = `sign-out-${String(Date.now())}`;
  const show = terminal(settings);
  const note = (text: string) => show({ type: 'note', text });
  const { phone } = await phoneUnderTest(
    { serial, startedByThisRun: false },
    adb,
    settings,
    signal,
  );
  show({ type: 'phone-ready', ...phone });
  const leases = await leasePhones({
    ...{ adb, adbPath, runId, settings, signal },
    clock: new RealHarnessClock(),
    serials: [serial],
    onNote: note,
  });
  try {
    const { stateDir } = settings;
    const prepared = await preparePhone(adb, { stateDir, runId, note, signal });
    try {
      const ports = leases[0]?.ports;
      await inSession(options, phone, ports, (driver) =>
        new SignOut(
          { serial, driver, bridge: openBridge(phone, driver) },
          contextOf({ ...options, runId, phone, show }),
          options,
        ).run(),
      );
    } finally {
      await prepared.restore();
    }
  } finally {
    await releasePhones(leases);
  }
}

/** Runs a task with a session on the phone, and with an Appium server that nobody else uses. */
async function inSession(
  { serial, settings, signal }: SignOutOfOptions,
  { model }: PhoneUnderTest,
  ports: SessionPorts | undefined,
  task: (driver: WebdriverIO.Browser) => Promise<unknown>,
): Promise<void> {
  const folder = RunFolder.of({});
  folder.create();
  try {
    const appium = await AppiumServer.start({
      port: settings.appiumPort,
      logFile: folder.appiumLog,
      androidHome: process.env['ANDROID_HOME'] ?? '',
      signal,
    });
    try {
      const driver = await remote({
        hostname: '127.0.0.1',
        port: appium.port,
        logLevel: 'silent',
        capabilities: androidCapabilities({
          serial,
          deviceName: model,
          ports,
          adbServer: adbServerFromEnv(),
          timeouts: timeouts(settings),
        }),
      });
      try {
        await task(driver);
      } finally {
        await driver.deleteSession();
      }
    } finally {
      await appium.stop();
    }
  } finally {
    // Its log has the password in it.
    folder.remove();
  }
}

/** Shows events with their secrets masked. */
function terminal(settings: Settings): (event: ProgressEvent) => void {
  const masker = new Masker();
  addSecrets(masker, settings);
  const view = new TerminalView(process.stdout, {
    ...terminalOptions(process.stdout, process.env),
    now: () => performance.now(),
  });
  return (event) => {
    if (event.type === 'secret') masker.addSecret(event.value, event.kind);
    view.show(event.type === 'note' ? { ...event, text: masker.mask(event.text) } : event);
  };
}

function contextOf({
  phone,
  runId,
  settings,
  show,
  signal,
}: SignOutOfOptions & {
  phone: PhoneUnderTest;
  runId: string;
  show: (event: ProgressEvent) => void;
}): RunContext {
  return {
    runId,
    // No number has a part in it.
    settings: { ...settings, phoneNumber: '' },
    phone,
    smsSerial: phone.serial,
    progress: { emit: show },
    masker: new Masker(),
    observer: {
      stepStarted: () => Promise.resolve(),
      screenReady: () => Promise.resolve(),
      waiting: () => Promise.resolve(),
      stepEnded: () => Promise.resolve(),
      attachPicture: () => Promise.resolve(),
    },
    signal,
  };
}
