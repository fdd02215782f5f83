import { createRequire } from 'node:module';

/** Name of an icon on the phone's screens → name of its path in @mdi/js (24 × 24 units). */
const ICONS = {
  account: 'mdiAccount',
  airplane: 'mdiAirplane',
  apps: 'mdiApps',
  'arrow-left': 'mdiArrowLeft',
  'arrow-right': 'mdiArrowRight',
  'backspace-outline': 'mdiBackspaceOutline',
  battery: 'mdiBattery',
  bell: 'mdiBell',
  bluetooth: 'mdiBluetooth',
  brightness: 'mdiBrightness6',
  cellphone: 'mdiCellphone',
  check: 'mdiCheck',
  'chevron-down': 'mdiChevronDown',
  'chevron-left': 'mdiChevronLeft',
  'chevron-right': 'mdiChevronRight',
  close: 'mdiClose',
  cloud: 'mdiCloud',
  cog: 'mdiCog',
  contacts: 'mdiContacts',
  crosshairs: 'mdiCrosshairsGps',
  database: 'mdiDatabase',
  dots: 'mdiDotsHorizontal',
  dialpad: 'mdiDialpad',
  fingerprint: 'mdiFingerprint',
  flask: 'mdiFlask',
  home: 'mdiHome',
  hotspot: 'mdiAccessPoint',
  human: 'mdiHuman',
  image: 'mdiImage',
  'link-variant': 'mdiLinkVariant',
  lock: 'mdiLock',
  magnify: 'mdiMagnify',
  message: 'mdiMessageText',
  microphone: 'mdiMicrophone',
  note: 'mdiNoteText',
  palette: 'mdiPalette',
  phone: 'mdiPhone',
  'phone-hangup': 'mdiPhoneHangup',
  plus: 'mdiPlus',
  security: 'mdiShieldCheck',
  shift: 'mdiArrowUpBoldOutline',
  'shift-on': 'mdiArrowUpBold',
  'nav-home': 'mdiCircleOutline',
  'nav-recents': 'mdiSquareRoundedOutline',
  sim: 'mdiSim',
  space: 'mdiKeyboardSpace',
  sync: 'mdiSync',
  timer: 'mdiTimerSand',
  volume: 'mdiVolumeHigh',
  wifi: 'mdiWifi',
} as const;

/** Our own drawings, in the same units. */
const OWN_ICONS = {
  'nav-back': 'M17 4.5v15L6 12zM15.4 7.5 8.9 12l6.5 4.5z',
} as const;

export type IconName = keyof typeof ICONS | keyof typeof OWN_ICONS;

/** An SVG path in a square of 24 units. */
export function iconPath(name: IconName): string {
  if (isOwn(name)) return OWN_ICONS[name];
  // Loaded at first use: the package holds thousands of icons, and a phone must be up in a second.
  const paths = createRequire(import.meta.url)('@mdi/js') as Readonly<Record<string, string>>;
  const path = paths[ICONS[name]];
  if (path === undefined) throw new Error(`@mdi/js has no ${ICONS[name]}`);
  return path;
}

function isOwn(name: IconName): name is keyof typeof OWN_ICONS {
  return name in OWN_ICONS;
}
