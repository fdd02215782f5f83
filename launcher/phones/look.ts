import type { HarnessClock } from '../../config/clock.ts';
import type { FoundPhone } from '../../config/found-phone.ts';
import type { PhoneNumberOfPhone } from '../../config/inventory.ts';
import { EVERY_PHONE } from '../../config/phone-selection.ts';
import type { Settings } from '../../config/settings.ts';
import { hindranceOf, ownerIn } from '../../config/targets/choose-phones.ts';
import { numberHindrance } from '../../config/targets/number-phones.ts';
import { numberFor } from '../../config/targets/phones-of-run.ts';
import type { Adb, CallOptions } from '../../device/adb.ts';
import { CHECKS } from '../../device/doctor/ids.ts';
import { quickCheck, toldOf } from '../../device/doctor/quick.ts';
import { AdbError, NumberAlreadyUsedError, PhoneLostError } from '../../device/errors.ts';
import { describeHolder } from '../../device/leases/record.ts';
import type { FoundLease } from '../../device/leases/store.ts';
import type { Ledger } from '../../device/ledger/ledger.ts';
import { checkContext } from '../doctor/context.ts';
import type { LeaseView, MissingView, PhoneView } from './view.ts';

/** A phone that answered what it is does not take long for the rest. */
const CHECK_TIMEOUT_MS = 8000;
const SHOWN_DIGITS = 3;

export interface LookOptions {
  readonly adbs: Adb;
  readonly settings: Settings;
  readonly leases: readonly FoundLease[];
  readonly ledger: Ledger;
  readonly clock: HarnessClock;
  readonly signal: AbortSignal;
}

/**
 * Puts together what is known of each phone, and what it lacks for a run.
 * @param shown the phones to tell of. @param found all that adb lists.
 */
export async function lookAtPhones(
  shown: readonly FoundPhone[],
  found: readonly FoundPhone[],
  options: LookOptions,
): Promise<PhoneView[]> {
  return Promise.all(shown.map((phone) => lookAt(phone, found, options)));
}

async function lookAt(
  phone: FoundPhone,
  found: readonly FoundPhone[],
  options: LookOptions,
): Promise<PhoneView> {
  const { serial, state, connection, facts } = phone;
  const { settings, leases } = options;
  const number = numberFor(settings, serial);
  const held = leases.find((candidate) => candidate.serial === serial);
  const missing =
    (await missingOnPhone(phone, number, options)) ??
    missingNumber(serial, number, found) ??
    (await missingInLedger(serial, number, options));
  return {
    serial,
    state,
    connection,
    facts: facts ?? null,
    owner: ownerIn(settings.inventory, serial) ?? null,
    number: number === undefined ? null : `…${number.number.slice(-SHOWN_DIGITS)}`,
    smsSerial: number === undefined || number.smsSerial === serial ? null : number.smsSerial,
    lease: held === undefined ? null : leaseView(held),
    missing: missing ?? null,
    ready: missing === undefined && held?.alive !== true,
  };
}

async function missingOnPhone(
  phone: FoundPhone,
  number: PhoneNumberOfPhone | undefined,
  { adbs, settings, clock, signal }: LookOptions,
): Promise<MissingView | undefined> {
  const { serial, state, facts } = phone;
  const hindrance = hindranceOf(phone, EVERY_PHONE, undefined);
  if (hindrance !== undefined) {
    const [firstWord = state] = state.split(' (');
    const what = state === 'device' ? hindrance.reason.split(':')[0] : firstWord;
    return { what: what ?? state, ...hindrance };
  }
  if (facts?.family === 'android') {
    return {
      what: 'no Xiaomi phone',
      reason: 'it runs neither MIUI nor HyperOS: its Settings know no Mi account',
      remedy: 'Use it for what needs no account, or connect a Xiaomi phone.',
    };
  }
  const call: CallOptions = { signal, timeoutMs: CHECK_TIMEOUT_MS };
  try {
    const { missing } = await quickCheck(
      adbs.forPhone(serial),
      checkContext(settings, { serial, state }, clock, number),
      call,
    );
    if (missing === undefined) return undefined;
    return {
      what: CHECKS[missing.id].title,
      reason: toldOf(missing),
      remedy: missing.fix ?? `\`npm run doctor -- --serial ${serial}\` looks at everything.`,
      trouble: missing.id,
    };
  } catch (error) {
    if (!(error instanceof PhoneLostError || error instanceof AdbError)) throw error;
    const { seen = 'it does not answer any more', remedy, trouble } = error.details;
    return { what: 'no answer', reason: seen, remedy, trouble };
  }
}

function missingNumber(
  serial: string,
  number: PhoneNumberOfPhone | undefined,
  found: readonly FoundPhone[],
): MissingView | undefined {
  const hindrance = numberHindrance(serial, number, found);
  if (hindrance === undefined) return undefined;
  return { what: number === undefined ? 'no number' : 'SMS phone', ...hindrance };
}

/** On the live service a number, and a phone, signs up once. */
async function missingInLedger(
  serial: string,
  number: PhoneNumberOfPhone | undefined,
  { settings, ledger }: LookOptions,
): Promise<MissingView | undefined> {
  if (settings.environment !== 'live') return undefined;
  try {
    await ledger.assertUnused({ serial, number: number?.number });
    return undefined;
  } catch (error) {
    if (!(error instanceof NumberAlreadyUsedError)) throw error;
    const { seen = '', remedy, trouble } = error.details;
    return { what: 'number used', reason: `the ledger has ${seen}`, remedy, trouble };
  }
}

function leaseView(lease: FoundLease): LeaseView {
  const { holder, since, alive } = lease;
  return { runId: holder.runId, by: describeHolder(lease), since, alive };
}
