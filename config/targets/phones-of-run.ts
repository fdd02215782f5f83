import { numberInInventory, simWithNumber, type PhoneNumberOfPhone } from '../inventory.ts';
import type { PhoneSettings, Settings } from '../settings.ts';
import type { TargetPhone } from './target.ts';

/**
 * The number that a phone signs up with, and where its SMS arrives: MI_PHONE_NUMBER before the
 * inventory, MI_SIM_SLOT before its slot.
 * @returns `undefined` when nobody said.
 */
export function numberFor(
  { phoneNumber, inventory, sms }: Pick<Settings, 'phoneNumber' | 'inventory' | 'sms'>,
  serial: string,
): PhoneNumberOfPhone | undefined {
  const known =
    phoneNumber === undefined
      ? numberInInventory(inventory, serial)
      : { number: phoneNumber, ...simWithNumber(inventory, serial, phoneNumber) };
  return known && { ...known, simSlot: sms.simSlot ?? known.simSlot };
}

/** The settings of a run as they are for one of its phones. */
export function settingsOfPhone(
  settings: Settings,
  {
    number,
    simSlot,
    profile,
    language,
  }: Pick<TargetPhone, 'number' | 'simSlot' | 'profile' | 'language'>,
): PhoneSettings {
  const { sms, emulator } = settings;
  return {
    ...settings,
    phoneNumber: number,
    sms: { ...sms, simSlot },
    emulator: {
      ...emulator,
      profiles: profile === undefined ? [] : [profile],
      languages: language === undefined ? [] : [language],
    },
  };
}
