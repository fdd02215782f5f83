import { FICTITIOUS_NUMBER } from '../config/phone-number.ts';
import { loadSettings, type PhoneSettings } from '../config/settings.ts';
import { settingsOfPhone } from '../config/targets/phones-of-run.ts';

/** The settings of the one emulated phone of a run with this environment. */
export function loadPhoneSettings(env: Record<string, string>): PhoneSettings {
  const settings = loadSettings(env);
  return settingsOfPhone(settings, {
    number: settings.phoneNumber ?? FICTITIOUS_NUMBER,
    simSlot: settings.sms.simSlot,
    profile: settings.emulator.profiles[0],
    language: settings.emulator.languages[0],
  });
}
