import type { SessionPorts } from '../config/capabilities.ts';
import { phoneEnvironment } from '../config/live.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import type { TargetPhone } from '../config/targets/target.ts';
import type { Adb } from '../device/adb.ts';
import { phoneUnderTest } from '../device/phone-under-test.ts';
import type { RemotePhone } from './remote/probe.ts';
import type { RunPhone } from './phone-results.ts';
import type { PhoneOfRun } from './run-folder.ts';

/** One phone of the run, ready for sessions. */
export interface OpenPhone {
  phone: PhoneUnderTest;
  /** E.g. `global`, as the phone names it; empty on a phone that does not. */
  region: string;
  /** On this machine; absent where Appium runs on another, which has its own. */
  ports: SessionPorts | undefined;
  target: TargetPhone;
}

export interface OpenOptions {
  settings: Settings;
  /** Absent on a machine without it. */
  adb: Adb | undefined;
  /** What a phone told that no adb at hand reaches. */
  remote: RemotePhone | undefined;
  signal: AbortSignal;
}

/** Learns what a phone is. */
export async function openPhone(
  target: TargetPhone,
  ports: SessionPorts | undefined,
  { settings, adb, remote, signal }: OpenOptions,
): Promise<OpenPhone> {
  if (remote !== undefined)
    return { phone: withoutAdb(remote, settings), region: '', ports, target };
  if (adb === undefined) throw new Error('A phone that is asked over adb needs adb.');
  const { phone, region } = await phoneUnderTest(target, adb, settings, signal);
  return { phone, region, ports, target };
}

function withoutAdb(
  { serial, model, system, locale }: RemotePhone,
  settings: Settings,
): PhoneUnderTest {
  return {
    serial,
    model,
    system,
    environment: phoneEnvironment(false, settings),
    withoutAdb: true,
    locale: locale || undefined,
  };
}

/** What a worker is told of its phone. @param deviceName what reports call it. */
export function phoneOfRun(
  { phone, region, ports, target }: OpenPhone,
  deviceName: string,
): PhoneOfRun {
  const { number, simSlot, smsSerial, profile, language } = target;
  return { ...phone, deviceName, region, ports, number, simSlot, smsSerial, profile, language };
}

/** What results are told of. */
export function runPhone({ phone, target }: OpenPhone): RunPhone {
  const { serial, model, system } = phone;
  const { profile = null, language = null } = target;
  return { serial, model, system, profile, language };
}
