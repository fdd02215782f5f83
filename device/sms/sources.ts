import type { Settings } from '../../config/settings.ts';
import type { SmsSourceName } from '../../config/sms-sources.ts';
import type { Adb, CallOptions } from '../adb.ts';
import { SmsInbox } from './inbox.ts';
import { SmsNotifications } from './notifications.ts';
import { readSims, slotOfNumber, type SimCard } from './sims.ts';
import type { CodeSource } from './source.ts';

export interface SmsReading {
  /** In the order in which they are believed. */
  readonly sources: readonly CodeSource[];
  /** The SIM cards in the phone, as far as it tells. */
  readonly sims: readonly SimCard[];
  /** The SIM whose messages count, from 1; `undefined`: any. */
  readonly simSlot: number | undefined;
}

export interface SmsReadingParts {
  /** Of the phone that gets the SMS. */
  readonly adb: Adb;
  readonly settings: Pick<Settings, 'sms' | 'phoneNumber'>;
  /** What sees the code entered, where there is a screen to look at. */
  readonly screen?: CodeSource | undefined;
}

/**
 * The sources of SMS that the settings name, in their order, and the SIM to heed. It asks the phone
 * which SIM cards it has: once, before a code is asked for.
 * @throws {PhoneLostError}
 */
export async function codeSources(
  { adb, settings, screen }: SmsReadingParts,
  call: CallOptions = {},
): Promise<SmsReading> {
  const sims = await readSims(adb, call);
  const made: Readonly<Record<SmsSourceName, CodeSource | undefined>> = {
    inbox: new SmsInbox(adb, sims),
    notifications: new SmsNotifications(adb),
    screen,
  };
  return {
    sources: settings.sms.sources.flatMap((name) => made[name] ?? []),
    sims,
    simSlot: settings.sms.simSlot ?? slotOfNumber(sims, settings.phoneNumber),
  };
}
