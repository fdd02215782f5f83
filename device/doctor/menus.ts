import type { PhoneSystem } from '../system.ts';

/** Pages of a phone's settings that a person is sent to. */
export type MenuPage =
  | 'developer-options'
  | 'autostart'
  | 'app-battery'
  | 'battery-saver'
  | 'language'
  | 'date-and-time'
  | 'lock-screen'
  | 'network-sms'
  | 'account'
  | 'sim-cards';

interface Path {
  /** The first version that has it; the later ones have it until the next entry. */
  readonly since: number;
  readonly path: string;
}

/**
 * Where the page is, by the version of the system. From strings of MIUI 10, 13 and HyperOS 3 and from
 * how-tos; in between, and for HyperOS 1 and 2, inferred. Newest first.
 */
const XIAOMI: Readonly<Record<MenuPage, readonly Path[]>> = {
  'developer-options': [{ since: 0, path: 'Settings → Additional settings → Developer options' }],
  autostart: [
    { since: 14, path: 'Settings → Apps → Permissions → Background autostart' },
    { since: 12, path: 'Settings → Apps → Permissions → Autostart' },
    { since: 0, path: 'Security → Permissions → Autostart' },
  ],
  'app-battery': [
    {
      since: 12,
      path: 'Settings → Apps → Manage apps → the app → Battery saver → No restrictions',
    },
    {
      since: 0,
      path: 'Settings → Battery & performance → App battery saver → the app → No restrictions',
    },
  ],
  'battery-saver': [
    { since: 14, path: 'Settings → Battery → Battery saver' },
    { since: 0, path: 'Settings → Battery & performance → Battery saver' },
  ],
  language: [{ since: 0, path: 'Settings → Additional settings → Languages & input → Languages' }],
  'date-and-time': [{ since: 0, path: 'Settings → Additional settings → Date & time' }],
  'lock-screen': [
    { since: 12, path: 'Settings → Passwords & security (or Lock screen) → Screen lock' },
    { since: 0, path: 'Settings → Lock screen & password' },
  ],
  'network-sms': [{ since: 0, path: 'Messages → Settings → MIUI free network SMS (网络短信)' }],
  account: [
    { since: 14, path: 'Settings → Xiaomi Account → Sign out' },
    { since: 0, path: 'Settings → Mi Account → Sign out' },
  ],
  'sim-cards': [{ since: 0, path: 'Settings → SIM cards & mobile networks' }],
};

const ANDROID: Readonly<Record<MenuPage, string>> = {
  'developer-options': 'Settings → System → Developer options',
  autostart: 'Settings → Apps → the app → Battery → Unrestricted',
  'app-battery': 'Settings → Apps → the app → Battery → Unrestricted',
  'battery-saver': 'Settings → Battery → Battery saver',
  language: 'Settings → System → Languages',
  'date-and-time': 'Settings → System → Date & time',
  'lock-screen': 'Settings → Security → Screen lock',
  'network-sms': 'Messages → Settings → RCS chats',
  account: 'Settings → Passwords & accounts',
  'sim-cards': 'Settings → Network & internet → SIMs',
};

/** HyperOS came after MIUI 14, and its menus are that one's or newer. */
const HYPEROS_AS_MIUI = 15;

/** Where the page is on this system, as a person walks there. */
export function menuPath(page: MenuPage, { family, version }: PhoneSystem): string {
  if (family === 'android') return ANDROID[page];
  const asMiui = family === 'hyperos' ? HYPEROS_AS_MIUI : version;
  return XIAOMI[page].find(({ since }) => asMiui >= since)?.path ?? ANDROID[page];
}

/** How the developer options come to be in the menus. */
export function developerOptionsAppear({ family }: PhoneSystem): string {
  const tapped = { miui: 'MIUI version', hyperos: 'OS version', android: 'Build number' }[family];
  return `if they are not there: Settings → About phone, tap "${tapped}" 7 times`;
}
