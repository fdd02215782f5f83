import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionPorts } from '../config/capabilities.ts';
import { RealHarnessClock } from '../config/clock.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import { targetNamed } from '../config/targets/index.ts';
import type { TargetPhone } from '../config/targets/target.ts';
import type { Adb } from '../device/adb.ts';
import { phoneUnderTest } from '../device/phone-under-test.ts';

/** One phone of the run, ready for sessions. */
export interface OpenPhone {
  phone: PhoneUnderTest;
  /** E.g. `global`, as the phone names it; empty on a phone that does not. */
  region: string;
  /** On this machine; absent where Appium runs on another, which has its own. */
  ports: SessionPorts | undefined;
  target: TargetPhone;
  /** What it prints, if this run started it; in the folder of the run's logs. */
  logName: string;
}

export interface OpenOptions {
  /** Of the one phone. */
  settings: Settings;
  adb: Adb;
  ports: SessionPorts | undefined;
  /** Folder of the run's logs. */
  logs: string;
  logName: string;
  signal: AbortSignal;
  onPhone(phone: PhoneUnderTest): void;
}

/**
 * Opens one phone and learns what it is; a phone that was started is stopped again if that fails.
 * @throws {PhoneNotAvailableError}, {UnsupportedLanguageError} …
 */
export async function openPhone(options: OpenOptions): Promise<OpenPhone> {
  const { settings, adb, ports, logs, logName, signal, onPhone } = options;
  const target = await targetNamed(settings.target).open({
    settings,
    listPhones: (listSignal) => adb.devices({ signal: listSignal }),
    clock: new RealHarnessClock(),
    signal,
    onOutput: (text) => appendFileSync(join(logs, logName), text, { mode: 0o600 }),
  });
  try {
    const { phone, region } = await phoneUnderTest(target, adb, settings, signal);
    onPhone(phone);
    return { phone, region, ports, target, logName };
  } catch (error) {
    await target.stop();
    throw error;
  }
}

/** Where each phone of the run logs to: one file, or one for each profile. */
export function phoneLogName({ emulator }: Settings, phones: number): string {
  const [profile] = emulator.profiles;
  return phones === 1 || profile === undefined ? 'phone.log' : `phone-${profile}.log`;
}
