import type { AdbDevice } from '../../device-list.ts';
import { failed, passed, type Finding } from '../result.ts';

/** `adb` prints a sentence instead of a word for some states, so they are matched by their start. */
const FIXES: readonly [state: string, fix: string][] = [
  ['offline', 'Unplug and reconnect the cable; if it stays so: adb reconnect offline.'],
  [
    'no permissions',
    'Give your user access to USB devices (udev rules; on Debian: apt-get install android-sdk-platform-tools-common), then reconnect the phone.',
  ],
  ['recovery', 'Restart the phone into its system.'],
  ['sideload', 'Restart the phone into its system.'],
  ['bootloader', 'Restart the phone into its system.'],
];
const OTHER_FIX = 'Reconnect the phone and look at `adb devices -l` until it says "device".';

const UNAUTHORIZED = /^(?:unauthorized|authorizing)/;

/** Whether adb reaches the phone at all; one that waits for a person's permission is reached. */
export function judgeConnection({ state }: AdbDevice): Finding {
  if (state === 'device' || UNAUTHORIZED.test(state)) return passed('reached over adb');
  const fix = FIXES.find(([start]) => state.startsWith(start))?.[1] ?? OTHER_FIX;
  return failed(`adb says: ${state}`, fix);
}

/** Whether a person has allowed this computer. */
export function judgeAuthorization({ state }: AdbDevice): Finding {
  if (!UNAUTHORIZED.test(state)) return passed('this computer is allowed');
  return failed(
    `adb says: ${state}`,
    'Unlock the phone and accept "Allow USB debugging?" with "Always allow from this computer" ticked; if it does not ask, reconnect the cable.',
  );
}
