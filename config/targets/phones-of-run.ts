import type { Settings } from '../settings.ts';

/** Of one emulated phone: the console's and adb's. */
const PORTS_OF_PHONE = 2;

/**
 * The settings of each phone of a run, in the order of the run's phones: those of the run, with one
 * profile and the port of that phone. Only emulated phones can be several.
 */
export function settingsOfPhones(settings: Settings): Settings[] {
  const { target, emulator } = settings;
  if (target !== 'emulated' || emulator.profiles.length < 2) return [settings];
  const { port } = emulator;
  return emulator.profiles.map((profile, index) => ({
    ...settings,
    emulator: {
      ...emulator,
      profiles: [profile],
      port: port === undefined ? undefined : port + index * PORTS_OF_PHONE,
    },
  }));
}
