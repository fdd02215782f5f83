import type { Trouble } from '../config/troubleshooting.ts';

/** One line of `adb devices -l`. */
export interface AdbDevice {
  serial: string;
  /** `device` when it can be used; else `unauthorized`, `offline`, `no permissions …` and others. */
  state: string;
}

/**
 * Parses `adb devices -l` (adb's transport_unparsed format: serial, state, then `key:value` words;
 * a state such as `no permissions (user in plugdev group; …); see [URL]` is several words).
 */
export function parseDeviceList(output: string): AdbDevice[] {
  return output.split('\n').flatMap((line) => {
    // Messages about the server start with *, the heading with "List of".
    const match = /^(?!\*|List of )(\S+)\s+(\S.*?)\s*$/.exec(line);
    if (match === null) return [];
    const [, serial, rest] = match as unknown as [string, string, string];
    const state = rest.replace(/\s+(?:usb|product|model|device|transport_id|features):\S*/g, '');
    return [{ serial, state: state.replace(/^(\S+) \d+-[\d.]+$/, '$1') }];
  });
}

/** Why a phone is out of reach, as far as adb says. */
export interface LostReason {
  readonly remedy: string;
  readonly trouble?: Trouble;
}

const LOST: readonly (readonly [message: RegExp, reason: LostReason])[] = [
  [
    /device unauthorized|This adb server's \$ADB_VENDOR_KEYS/,
    {
      remedy:
        'Unlock the phone and accept "Allow USB debugging?" with "Always allow from this computer" ticked.',
      trouble: 'authorized',
    },
  ],
  [
    /device offline|device still connecting|device still authorizing/,
    {
      remedy:
        'Reconnect the cable and wait until `adb devices -l` says "device"; if it stays offline: adb reconnect offline.',
      trouble: 'connected',
    },
  ],
  [
    /no permissions|insufficient permissions/,
    {
      remedy: 'Give your user access to USB devices (udev rules), then reconnect the phone.',
      trouble: 'udev-rules',
    },
  ],
  [
    /device '.*' not found|device not found|no devices\/emulators found|error: closed|device disconnected|protocol fault/,
    {
      remedy:
        'Check the cable, or that the emulated phone still runs, and look at `adb devices -l`.',
      trouble: 'connected',
    },
  ],
];

/**
 * What to do when adb's own message (it begins with `error:` or `adb:`) says that the phone is out of
 * reach; `undefined` when it says something else.
 */
export function phoneLostReason(stderr: string): LostReason | undefined {
  const message = stderr.split('\n').find((line) => /^(?:error|adb): /.test(line));
  if (message === undefined) return undefined;
  return LOST.find(([pattern]) => pattern.test(message))?.[1];
}
