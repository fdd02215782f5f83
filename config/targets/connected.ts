import { numberFor } from './phones-of-run.ts';
import {
  PhoneNotAvailableError,
  type ListedPhone,
  type OpenTarget,
  type TargetContext,
} from './target.ts';

/** `adb` prints a sentence instead of a word for some states, so they are matched by their start. */
const REMEDIES: readonly [state: string, remedy: string][] = [
  [
    'unauthorized',
    'Unlock the phone and accept "Allow USB debugging?" with "Always allow from this computer" ticked.',
  ],
  ['authorizing', 'Unlock the phone, accept "Allow USB debugging?", and start again.'],
  [
    'offline',
    'Unplug and reconnect the cable; if that does not help, run `adb reconnect offline`.',
  ],
  [
    'no permissions',
    'Give your user access to USB devices (udev rules; on Debian: apt-get install android-sdk-platform-tools-common), then reconnect the phone.',
  ],
  ['recovery', 'Restart the phone into its system.'],
  ['sideload', 'Restart the phone into its system.'],
  ['bootloader', 'Restart the phone into its system.'],
];
const OTHER_REMEDY = 'Reconnect the phone and look at `adb devices -l` until it says "device".';
const HOW_TO_CONNECT =
  'Turn on USB debugging (Settings → About phone: tap the OS version 7 times; Additional settings → Developer options), connect the phone, and check with `adb devices -l`.';

/** Finds the phone to use among those that adb lists: the one that was named, or the only one. */
export async function connectedPhones(context: TargetContext): Promise<OpenTarget> {
  const { settings } = context;
  const listed = await context.listPhones(context.signal);
  const { serial } = choosePhone(listed, settings.selection.serials[0]);
  const number = numberFor(settings, serial);
  if (number === undefined) throw numberMissing(serial);
  return {
    phones: [{ serial, startedByThisRun: false, ...number, profile: undefined }],
    onExit() {
      // It is no process of this run; losing it shows as an error of the next command.
    },
    async stop() {
      // It was there before the run and stays.
    },
  };
}

/** The error for a phone that is there, and that nobody gave a number. */
export function numberMissing(serial: string): PhoneNotAvailableError {
  return new PhoneNotAvailableError('No number is known for the phone.', {
    phone: serial,
    expected: 'the number that it signs up with',
    seen: 'none in MI_PHONE_NUMBER, and none for this serial in the inventory',
    remedy:
      'Set MI_PHONE_NUMBER, with + and the country code first (+1 …, +49 …), or enter the phone in config/phones.json.',
  });
}

/** @throws {PhoneNotAvailableError} when no phone, or no single one, is ready. */
export function choosePhone(
  listed: readonly ListedPhone[],
  wanted: string | undefined,
): ListedPhone {
  const candidates = listed.filter((phone) => wanted === undefined || phone.serial === wanted);
  const ready = candidates.filter((phone) => phone.state === 'device');
  const [only] = ready;
  if (only !== undefined && ready.length === 1) return only;
  if (ready.length > 1) {
    throw new PhoneNotAvailableError(`${ready.length} phones are connected.`, {
      expected: 'one phone, or its serial in MI_PHONES',
      seen: describe(listed),
      remedy: `Set MI_PHONES to the serial of the phone to use, for example MI_PHONES=${only?.serial}.`,
    });
  }
  const [notReady] = candidates;
  if (notReady !== undefined) {
    throw new PhoneNotAvailableError(`The phone is connected but not ready: ${notReady.state}.`, {
      phone: notReady.serial,
      expected: 'state "device"',
      seen: describe(candidates),
      remedy: REMEDIES.find(([state]) => notReady.state.startsWith(state))?.[1] ?? OTHER_REMEDY,
    });
  }
  throw new PhoneNotAvailableError(
    wanted === undefined ? 'No phone is connected.' : `Phone ${wanted} is not connected.`,
    {
      phone: wanted,
      expected: wanted === undefined ? 'one phone' : `the phone that MI_PHONES names`,
      seen: describe(listed),
      remedy: HOW_TO_CONNECT,
    },
  );
}

function describe(listed: readonly ListedPhone[]): string {
  if (listed.length === 0) return 'none';
  return listed.map(({ serial, state }) => `${serial} (${state})`).join(', ');
}
