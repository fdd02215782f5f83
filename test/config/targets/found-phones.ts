import type { FoundPhone, PhoneFacts, ReadyPhone } from '../../../config/found-phone.ts';

const FACTS: PhoneFacts = {
  model: 'Redmi Note 8 2021 (M1908C3JGG)',
  modelNames: ['Redmi Note 8 2021', 'M1908C3JGG'],
  system: 'MIUI 13 (V13.0.5.0.SCUMIXM), Android 12',
  family: 'miui',
  version: '13.0.5.0',
  android: '12',
  sdk: 31,
  region: 'global',
  language: 'en-US',
  sims: [{ slot: 1, state: 'READY' }],
  battery: { percent: 80, powered: true },
  signedIn: false,
};

/** A phone that answered. */
export function readyPhone(serial: string, facts: Partial<PhoneFacts> = {}): ReadyPhone {
  return { serial, state: 'device', connection: 'usb', facts: { ...FACTS, ...facts } };
}

/** A phone that cannot be asked, or with state `device` does not answer. */
export function deafPhone(serial: string, state: string): FoundPhone {
  return { serial, state, connection: 'usb' };
}
