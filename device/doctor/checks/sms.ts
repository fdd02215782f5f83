import type { PhoneCheck } from '../facts.ts';
import { textOf } from '../facts.ts';
import { menuPath } from '../menus.ts';
import { failed, passed, unknown } from '../result.ts';
import { parseSettings } from './screen.ts';

const USABLE = new Set(['READY', 'LOADED']);
/** States of a SIM card that a person can do something about (IccCardConstants.State). */
const SIM_FIXES: Readonly<Record<string, string>> = {
  ABSENT: 'Put in the SIM card with the number.',
  PIN_REQUIRED: 'Enter the PIN of the SIM card on the phone, and take the PIN away.',
  PUK_REQUIRED: 'Unblock the SIM card with its PUK.',
  NETWORK_LOCKED: 'Use a SIM card of the network that the phone is locked to.',
};
const OTHER_SIM_FIX = 'Take the SIM card out and put it in again; restart the phone.';

export const sim: PhoneCheck = {
  id: 'sim',
  asks: ['properties', 'globalSettings'],
  judge(facts) {
    const { properties, context, system } = facts;
    const states = (properties.get('gsm.sim.state') ?? '').split(',').map((state) => state.trim());
    const told = states.map((state, index) => `SIM ${index + 1} ${state || 'not told'}`).join(', ');
    if (states.every((state) => state === '' || state === 'UNKNOWN')) {
      return unknown('the phone does not tell the state of its SIM cards', OTHER_SIM_FIX);
    }
    if (isAirplane(textOf(facts, 'globalSettings'))) {
      return failed('airplane mode is on', 'Turn off airplane mode in the notification shade.');
    }
    const { simSlot } = context.settings.sms;
    const counting = simSlot === undefined ? states : [states[simSlot - 1] ?? 'ABSENT'];
    if (counting.some((state) => USABLE.has(state))) return passed(told);
    // Of several SIM cards the one that is nearest to being ready.
    const state = counting.find((candidate) => candidate !== 'ABSENT') ?? 'ABSENT';
    const where = menuPath('sim-cards', system);
    const which = simSlot === undefined ? '' : ` MI_SIM_SLOT=${simSlot} says which counts.`;
    return failed(told, `${SIM_FIXES[state] ?? OTHER_SIM_FIX} See ${where}.${which}`);
  },
};

export const smsReadable: PhoneCheck = {
  id: 'sms-readable',
  asks: [],
  judge({ smsPlaces }) {
    const fix = '`npm run sms` shows what is read.';
    if (smsPlaces === undefined) return unknown('nobody looked', fix);
    if (smsPlaces.length === 0)
      return passed('MI_SMS_SOURCES names no place that is read over adb');
    const told = smsPlaces
      .map(({ name, failure }) => `${name} ${failure === undefined ? 'open' : 'closed'}`)
      .join(', ');
    if (smsPlaces.some(({ failure }) => failure === undefined)) return passed(told);
    const fixes = smsPlaces.map(({ name, failure }) => `${name}: ${failure?.details.remedy ?? ''}`);
    return failed(told, `${fixes.join(' ')} ${fix}`);
  },
};

/**
 * Xiaomi's Messages app writes here whether a SIM card is signed up for messages over the internet
 * (MiuiSettings.Secure.CLOUD_MESSAGING_ON). The switch itself is a preference of the app: changing the
 * setting would change nothing.
 */
const CLOUD_MESSAGING = 'cloud_messaging_on';

export const freeNetworkSms: PhoneCheck = {
  id: 'free-network-sms',
  asks: ['properties', 'secureSettings'],
  judge(facts) {
    const { system } = facts;
    if (system.family === 'android') return passed(`${system.name} has no such switch`);
    const settings = parseSettings(textOf(facts, 'secureSettings'));
    const fix = `Turn it off for every SIM card: ${menuPath('network-sms', system)}.`;
    if (settings.size === 0) return unknown('the phone did not list its settings', fix);
    const value = settings.get(CLOUD_MESSAGING);
    if (value === undefined) return passed('off: it was never switched on');
    return Number(value) > 0 ? failed('on', fix) : passed('off');
  },
};

/** Of `settings list global`. */
export function isAirplane(globalSettings: string): boolean {
  return parseSettings(globalSettings).get('airplane_mode_on') === '1';
}
