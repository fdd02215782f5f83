import type { Settings } from '../../config/settings.ts';
import type { SmsSourceName } from '../../config/sms-sources.ts';
import type { Adb, CallOptions } from '../adb.ts';
import { SmsInbox } from './inbox.ts';
import { SmsNotifications } from './notifications.ts';
import { readSims, slotOfNumber, type SimCard } from './sims.ts';
import type { CodeSource } from './source.ts';

/** How a phone's SMS are read over adb. */
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
}

/**
 * The sources over adb that the settings name, in their order, and the SIM to heed. It asks the phone
 * which SIM cards it has.
 * @throws {PhoneLostError}
 */
export async function codeSources(
  { adb, settings }: SmsReadingParts,
  call: CallOptions = {},
): Promise<SmsReading> {
  const sims = await readSims(adb, call);
  return {
    sources: sourcesOverAdb(adb, settings, sims),
    sims,
    simSlot:
      settings.sms.simSlot ??
      (settings.phoneNumber === undefined ? undefined : slotOfNumber(sims, settings.phoneNumber)),
  };
}

/**
 * The sources over adb that the settings name, in their order.
 * @param sims of the phone, to tell which of them got a message.
 */
export function sourcesOverAdb(
  adb: Adb,
  { sms }: Pick<Settings, 'sms'>,
  sims: readonly SimCard[] = [],
): CodeSource[] {
  const made: Readonly<Partial<Record<SmsSourceName, CodeSource>>> = {
    inbox: new SmsInbox(adb, sims),
    notifications: new SmsNotifications(adb),
  };
  return sms.sources.flatMap((name) => made[name] ?? []);
}

/**
 * @param screen what sees the code entered.
 * @returns the sources with the screen among them, where the settings name it, at its place.
 */
export function withScreen(
  sources: readonly CodeSource[],
  screen: CodeSource,
  { sms }: Pick<Settings, 'sms'>,
): CodeSource[] {
  return sms.sources.flatMap((name) =>
    [...sources, screen].filter((source) => source.name === name),
  );
}
