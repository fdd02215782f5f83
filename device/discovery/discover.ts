import type { FoundPhone, PhoneConnection, PhoneFacts } from '../../config/found-phone.ts';
import { listAccounts, type PhoneAccount } from '../accounts.ts';
import type { Adb, CallOptions } from '../adb.ts';
import type { AdbDevice } from '../device-list.ts';
import { parseBattery } from '../doctor/checks/supplies.ts';
import { AdbError, PhoneLostError } from '../errors.ts';
import { readProperties } from '../properties.ts';
import { factsOf } from './facts.ts';

/** A phone under load takes a second or two for a dump; all of its questions are asked at once. */
const ANSWER_TIMEOUT_MS = 5000;

/**
 * Lists the phones that adb knows and asks those that can be asked what they are, all at once.
 * @param call `timeoutMs` is how long a phone may take; one that takes longer is listed without facts.
 * @returns in adb's order.
 * @throws {AdbMissingError}, {AdbError} when adb itself does not answer.
 */
export async function discoverPhones(adbs: Adb, call: CallOptions = {}): Promise<FoundPhone[]> {
  const { timeoutMs = ANSWER_TIMEOUT_MS, ...listCall } = call;
  const listed = await adbs.devices(listCall);
  return Promise.all(
    listed.map((device) => describePhone(adbs, device, { ...listCall, timeoutMs })),
  );
}

/** `emulator-5554` runs on adb's machine; host and port, or a service's name of mDNS, is TCP. */
export function connectionOf(serial: string): PhoneConnection {
  if (/^emulator-\d+$/.test(serial)) return 'emulator';
  return /:\d+$|\._tcp\.?$/.test(serial) ? 'tcp' : 'usb';
}

async function describePhone(
  adbs: Adb,
  { serial, state }: AdbDevice,
  call: CallOptions,
): Promise<FoundPhone> {
  const phone = { serial, state, connection: connectionOf(serial) };
  if (state !== 'device') return phone;
  try {
    return { ...phone, facts: await askPhone(adbs.forPhone(serial), call) };
  } catch (error) {
    // It was unplugged, or it hangs; the others are there all the same.
    if (error instanceof PhoneLostError || error instanceof AdbError) return phone;
    throw error;
  }
}

async function askPhone(adb: Adb, call: CallOptions): Promise<PhoneFacts> {
  const [properties, battery, accounts] = await Promise.all([
    readProperties(adb, call),
    orUndefined(adb.shell('dumpsys battery', call)),
    orUndefined<readonly PhoneAccount[]>(listAccounts(adb, call)),
  ]);
  return factsOf(properties, {
    battery: battery && parseBattery(battery.stdout),
    accounts,
  });
}

/** What a phone does not answer is not known; that hides nothing else of it. */
async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AdbError || error instanceof PhoneLostError) return undefined;
    throw error;
  }
}
