import type { Trouble } from './troubleshooting.ts';

/** What a person can do about a phone that adb lists and cannot use. */
export interface StateRemedy {
  readonly remedy: string;
  /** The entry of docs/troubleshooting.md. */
  readonly trouble?: Trouble;
}

const RESTART: StateRemedy = {
  remedy: 'Restart the phone into its system.',
  trouble: 'connected',
};

/** `adb` prints a sentence instead of a word for some states, so they are matched by their start. */
const REMEDIES: readonly (readonly [state: string, remedy: StateRemedy])[] = [
  [
    'unauthorized',
    {
      remedy:
        'Unlock the phone and accept "Allow USB debugging?" with "Always allow from this computer" ticked; if it does not ask, reconnect the cable.',
      trouble: 'authorized',
    },
  ],
  [
    'authorizing',
    {
      remedy: 'Unlock the phone, accept "Allow USB debugging?", and start again.',
      trouble: 'authorized',
    },
  ],
  [
    'offline',
    {
      remedy: 'Unplug and reconnect the cable; if that does not help, run `adb reconnect offline`.',
      trouble: 'connected',
    },
  ],
  [
    'no permissions',
    {
      remedy:
        'Give your user access to USB devices (udev rules; on Debian: apt-get install android-sdk-platform-tools-common), then reconnect the phone.',
      trouble: 'udev-rules',
    },
  ],
  ['recovery', RESTART],
  ['sideload', RESTART],
  ['bootloader', RESTART],
];

const OTHER: StateRemedy = {
  remedy: 'Reconnect the phone and look at `adb devices -l` until it says "device".',
  trouble: 'connected',
};

/** @param state as `adb devices -l` has it, any but `device`. */
export function remedyOfState(state: string): StateRemedy {
  return REMEDIES.find(([start]) => state.startsWith(start))?.[1] ?? OTHER;
}
