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
  'chevron-right': 'mdiChevronRight',
  close: 'mdiClose',
  cloud: 'mdiCloud',
  cog: 'mdiCog',
  dots: 'mdiDotsHorizontal',
  fingerprint: 'mdiFingerprint',
  home: 'mdiHome',
  human: 'mdiHuman',
  'link-variant': 'mdiLinkVariant',
  lock: 'mdiLock',
  magnify: 'mdiMagnify',
  message: 'mdiMessageText',
  security: 'mdiShieldCheck',
  shift: 'mdiArrowUpBoldOutline',
  'shift-on': 'mdiArrowUpBold',
  sim: 'mdiSim',
  space: 'mdiKeyboardSpace',
  timer: 'mdiTimerSand',
  volume: 'mdiVolumeHigh',
  wifi: 'mdiWifi',
} as const;

export type IconName = keyof typeof ICONS;

/** An SVG path in a square of 24 units. */
export function iconPath(name: IconName): string {
  // Loaded at first use: the package holds thousands of icons, and a phone must be up in a second.
  const paths = createRequire(import.meta.url)('@mdi/js') as Readonly<Record<string, string>>;
  const path = paths[ICONS[name]];
  if (path === undefined) throw new Error(`@mdi/js has no ${ICONS[name]}`);
  return path;
}
