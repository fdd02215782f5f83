import { debuglog } from 'node:util';
import type { StartOptions } from './cli-options.ts';
import { PhoneFleet, type StartedPhone } from './fleet.ts';
import { UsageError } from './usage-error.ts';

const DEFAULT_ADB_SERVER_PORT = 5037;

/** What becomes of phones while they run. */
export interface FleetWatch {
  /** Aborted when they are to be stopped. */
  readonly signal: AbortSignal;
  onReady(phone: StartedPhone): void;
  /** Told once all of them are ready, unless they were stopped before. */
  onStarted?(phones: readonly StartedPhone[]): void;
}

/**
 * Runs the phones of one command line, with an account service and a mobile network of their own,
 * until all are off.
 * @throws UsageError, PhoneStartError; nothing of them is left then.
 */
export async function runFleet(
  { phones, service, gates, view }: StartOptions,
  { signal, onReady, onStarted }: FleetWatch,
): Promise<void> {
  const fleet = new PhoneFleet({
    service,
    adbServerPort: adbServerPort(),
    // Shown with NODE_DEBUG=xiaomi-phone.
    log: debuglog('xiaomi-phone'),
  });
  const stop = () => void fleet.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const started = await fleet.startAll(
      phones.map((phone) => ({ ...phone, gates, view })),
      onReady,
    );
    if (started.length > 0) {
      tellIfUnlisted(started);
      onStarted?.(started);
    }
    await fleet.allStopped();
  } finally {
    signal.removeEventListener('abort', stop);
    await fleet.stop();
  }
}

function tellIfUnlisted(started: readonly StartedPhone[]): void {
  if (started.every(({ phone }) => phone.listedByAdb)) return;
  const phones = started.length === 1 ? 'the phone' : 'all of the phones';
  process.stderr.write(
    `xiaomi-phone: no adb server lists ${phones} yet; install adb, or run 'adb devices'\n`,
  );
}

function adbServerPort(): number {
  const value = process.env['ANDROID_ADB_SERVER_PORT'];
  if (!value) return DEFAULT_ADB_SERVER_PORT;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new UsageError(`ANDROID_ADB_SERVER_PORT '${value}': expected a port number`);
  }
  return port;
}
