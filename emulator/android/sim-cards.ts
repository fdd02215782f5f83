import type { Profile } from '../profiles/profile.ts';

/** A SIM card in one of the phone's two slots. */
export interface SimCard {
  /** From 0. */
  readonly slot: number;
  /** Subscription id: the row's in `content://telephony/siminfo`, and what messages refer to. */
  readonly subId: number;
  /** E.164 */
  readonly number: string;
  readonly operator: Operator;
  /** The card's own number, 19 digits. */
  readonly iccId: string;
}

interface Operator {
  readonly name: string;
  readonly mcc: string;
  readonly mnc: string;
  /** ISO 3166-1 alpha-2, in small letters. */
  readonly country: string;
  /** What its cards' numbers begin with. */
  readonly iccIdPrefix: string;
}

const SLOTS = 2;
const ICC_ID_DIGITS = 19;

const OPERATORS: Readonly<Record<Profile['region'], Operator>> = {
  cn: { name: '中国移动', mcc: '460', mnc: '00', country: 'cn', iccIdPrefix: '898600' },
  global: { name: 'T-Mobile', mcc: '310', mnc: '260', country: 'us', iccIdPrefix: '8901260' },
};

/**
 * The SIM cards of a phone, all of the operator that most people have where it is sold.
 * @param numbers E.164; those of the first slot, and of the second
 */
export function simCards(
  { region }: Pick<Profile, 'region'>,
  numbers: readonly string[],
): SimCard[] {
  const operator = OPERATORS[region];
  return numbers.slice(0, SLOTS).map((number, slot) => ({
    slot,
    subId: slot + 1,
    number,
    operator,
    iccId: `${operator.iccIdPrefix}${number.slice(1).padStart(ICC_ID_DIGITS, '0').slice(operator.iccIdPrefix.length)}`,
  }));
}

/** What can be said of all the SIM cards of a phone. */
export type SimState = 'ready' | 'locked' | 'absent';

/** As `gsm.sim.state` has them (AOSP IccCardConstants.State; a card in use is LOADED). */
const STATES: Readonly<Record<SimState, string>> = {
  ready: 'LOADED',
  locked: 'PIN_REQUIRED',
  absent: 'ABSENT',
};

/**
 * What the system's properties say of the SIM cards: a value for each slot, with commas between
 * (AOSP TelephonyManager.setTelephonyProperty).
 * @param profile its property `gsm.network.type` begins with the kind of network of the first card
 */
export function simProperties(
  profile: Pick<Profile, 'properties'>,
  cards: readonly SimCard[],
  state: SimState = 'ready',
): Record<string, string> {
  const sims = state === 'ready' ? cards : [];
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot);
  const perSlot = (value: (sim: SimCard) => string, none = '') =>
    slots
      .map((slot) => {
        const sim = sims.find((candidate) => candidate.slot === slot);
        return sim ? value(sim) : none;
      })
      .join(',');
  const [network = ''] = (profile.properties['gsm.network.type'] ?? '').split(',');
  const name = perSlot(({ operator }) => operator.name);
  const numeric = perSlot(({ operator }) => operator.mcc + operator.mnc);
  const country = perSlot(({ operator }) => operator.country);
  return {
    'gsm.sim.state': slots
      .map((slot) => (cards.some((card) => card.slot === slot) ? STATES[state] : STATES.absent))
      .join(','),
    'gsm.network.type': perSlot(({ slot }) => (slot === 0 ? network : 'LTE'), 'Unknown'),
    'gsm.sim.operator.alpha': name,
    'gsm.operator.alpha': name,
    'gsm.sim.operator.numeric': numeric,
    'gsm.operator.numeric': numeric,
    'gsm.sim.operator.iso-country': country,
    'gsm.operator.iso-country': country,
    'persist.radio.multisim.config': 'dsds',
  };
}
