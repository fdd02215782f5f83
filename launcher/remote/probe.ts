import { RealHarnessClock } from '../../config/clock.ts';
import type { RemoteAppium, Settings } from '../../config/settings.ts';
import { driverFacts, type DriverFacts } from '../../device/driver/facts.ts';
import type { DriverSession } from '../../device/driver/session.ts';
import { driverCodeSources } from '../../device/sms/driver-sources.ts';
import { smsSourcesClosed, type SmsReport } from '../../device/sms/report.ts';
import { WatchedSource } from '../../device/sms/watched-source.ts';
import { RemoteSession } from './session.ts';
import { missingWithoutAdb } from './without-adb.ts';

/** What a short session told of a phone that no adb at hand reaches. */
export interface RemotePhone extends DriverFacts {
  readonly serial: string;
  /** For the person who runs it: what is missing without adb, and what replaces it. */
  readonly notes: readonly string[];
}

/**
 * Opens a session on a phone to learn what it is and which of its SMS can be read.
 * @param serial absent where the server is to choose the phone.
 * @throws {SessionError}
 * @throws {SmsSourcesClosedError} when the code could be seen nowhere: before a number is submitted.
 */
export async function probeRemotePhone(
  remote: RemoteAppium,
  serial: string | undefined,
  settings: Settings,
  signal: AbortSignal,
): Promise<RemotePhone> {
  const session = await RemoteSession.open(remote, serial, settings, signal);
  try {
    const { driver } = session;
    const facts = await driverFacts(driver, { signal });
    const report = await lookAtSms(driver, settings, signal);
    const isBlind = report.sources.every(({ failure }) => failure !== undefined);
    if (isBlind && !settings.sms.sources.includes('screen')) {
      throw smsSourcesClosed(driver.serial, report);
    }
    return { serial: driver.serial, ...facts, notes: missingWithoutAdb(driver.serial, report) };
  } finally {
    await session.close();
  }
}

/** One look at each source, of which only matters whether it is let. */
async function lookAtSms(
  driver: DriverSession,
  settings: Settings,
  signal: AbortSignal,
): Promise<SmsReport> {
  const clock = new RealHarnessClock();
  const watch = { sinceMs: clock.now(), clock, used: new Set<string>() };
  const watched = driverCodeSources(driver, settings).sources.map(
    (source) => new WatchedSource(source, watch),
  );
  for (const source of watched) {
    source.look(signal);
    await source.pending;
    signal.throwIfAborted();
    source.throwFatal();
  }
  return { sources: watched.map((source) => source.report()) };
}
