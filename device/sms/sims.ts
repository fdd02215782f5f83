import type { Adb, CallOptions } from '../adb.ts';
import { parseContentRows } from '../content-rows.ts';
import { AdbError } from '../errors.ts';

/** A SIM card that is in the phone. */
export interface SimCard {
  /** The id of its subscription, which the `sub_id` of an SMS names. */
  readonly subId: number;
  /** From 1, as the phone labels its slots. */
  readonly slot: number;
  /** Its own number, if it is known to the phone. */
  readonly number?: string | undefined;
  /** What the phone calls it. */
  readonly name?: string | undefined;
}

/** The table of all SIM cards that the phone has ever seen (android.provider.Telephony.SimInfo). */
const SIMINFO = {
  asked: ['_id', 'sim_id', 'number', 'display_name'],
  numbers: new Set(['_id', 'sim_id']),
  freeText: 'display_name',
};
const SIMINFO_QUERY = `content query --uri content://telephony/siminfo --projection ${SIMINFO.asked.join(':')}`;
const CALL_TIMEOUT_MS = 10_000;

/**
 * The SIM cards that are in the phone, by slot; none when the phone does not tell. Their numbers are
 * known up to Android 12 only: from 13 on the table is closed to the shell, and the dump hides them.
 * @throws {PhoneLostError}
 */
export async function readSims(adb: Adb, call: CallOptions = {}): Promise<readonly SimCard[]> {
  for (const [command, parse] of [
    [SIMINFO_QUERY, parseSimInfo],
    ['dumpsys isub', parseIsub],
  ] as const) {
    try {
      const { stdout } = await adb.shell(command, { timeoutMs: CALL_TIMEOUT_MS, ...call });
      const sims = parse(stdout);
      if (sims.length > 0) return sims;
    } catch (error) {
      if (!(error instanceof AdbError)) throw error;
    }
  }
  return [];
}

/** Parses the rows of `content://telephony/siminfo`; `sim_id` is the slot from 0, or -1 for no more in it. */
export function parseSimInfo(output: string): SimCard[] {
  const rows = parseContentRows(output, SIMINFO) ?? [];
  return bySlot(
    rows.map((row) => ({
      subId: Number(row.get('_id') ?? -1),
      slot: Number(row.get('sim_id') ?? -1) + 1,
      number: row.get('number') || undefined,
      name: row.get('display_name') || undefined,
    })),
  );
}

/**
 * Parses `dumpsys isub`, whose list of active subscriptions has an entry `{id=1 iccId=… simSlotIndex=0 …}`
 * for each, from Android 14 on `[SubscriptionInfoInternal: id=1 …]`. It shows no numbers.
 * @see frameworks/opt/telephony, SubscriptionController.dump, SubscriptionManagerService.dump
 */
export function parseIsub(output: string): SimCard[] {
  const entries = output.matchAll(
    /[{[](?:SubscriptionInfo\w*: ?)?id=(\d+),? (?:[^\n]*? )?simSlotIndex=(-?\d+)(?: [^\n]*?displayName=([^\n]*?) \w+=)?/g,
  );
  const sims = [...entries].map(([, subId, index, name]) => ({
    subId: Number(subId),
    slot: Number(index) + 1,
    name: name || undefined,
  }));
  return bySlot(
    sims.filter(({ subId }, at) => sims.findIndex((sim) => sim.subId === subId) === at),
  );
}

function bySlot(sims: readonly SimCard[]): SimCard[] {
  return sims.filter(({ slot }) => slot > 0).sort((a, b) => a.slot - b.slot);
}

/** Shorter ones are service numbers, or broken. */
const MIN_NUMBER_DIGITS = 7;

/**
 * The slot of the SIM with this number, as far as the phone knows the numbers of its SIMs.
 * @param e164 such as `+12015550123`; a SIM may hold it with or without its country's code.
 */
export function slotOfNumber(sims: readonly SimCard[], e164: string): number | undefined {
  const wanted = e164.replace(/\D/g, '');
  return sims.find(({ number = '' }) => {
    const digits = number.replace(/\D/g, '').replace(/^0+/, '');
    return digits.length >= MIN_NUMBER_DIGITS && wanted.endsWith(digits);
  })?.slot;
}

/** The slot of the SIM with this subscription; `undefined` when the phone does not know it. */
export function slotOfSubscription(
  sims: readonly SimCard[],
  subId: number | undefined,
): number | undefined {
  return sims.find((sim) => sim.subId === subId)?.slot;
}
