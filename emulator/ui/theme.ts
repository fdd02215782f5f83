/**
 * Colours and sizes that every look of the system shares; `themes/` has those that differ. Light
 * theme. Lengths in dp.
 */
export const COLORS = {
  /** Of cards, dialogs, and pages that are white everywhere. */
  card: '#FFFFFF',
  /** Xiaomi's orange. */
  brand: '#FF6900',
  /** Of the icon of the app for messages, the only one that posts notifications. */
  messages: '#2FBF71',
  text: '#191919',
  textSecondary: '#8C8C8C',
  textHint: '#B3B3B3',
  /** Of longer texts: dialogs, messages, agreements. */
  textBody: '#4D4D4D',
  /** Text and icons on a colour. */
  onColor: '#FFFFFF',
  checkBoxFrame: '#BFBFBF',
  danger: '#FA382E',
  dim: 'rgba(0, 0, 0, 0.4)',
  pressed: 'rgba(0, 0, 0, 0.07)',
  shadow: 'rgba(0, 0, 0, 0.14)',
  /** A screen that is off, and what FLAG_SECURE hides. */
  black: '#000000',
} as const;

/** Status bar and navigation bar, on a light page and on a dark one. */
export const SYSTEM_BARS = {
  light: { ink: '#1A1A1A', onInk: '#FFFFFF', pill: 'rgba(0, 0, 0, 0.6)', button: '#5C5C5C' },
  dark: { ink: '#FFFFFF', onInk: '#000000', pill: 'rgba(255, 255, 255, 0.9)', button: '#FFFFFF' },
  charging: '#34C759',
  onCharging: '#FFFFFF',
} as const;

/** The notification shade: light cards over what is below, all but hidden (a phone blurs it). */
export const SHADE = {
  background: 'rgba(24, 28, 40, 0.985)',
  ink: '#FFFFFF',
  soft: 'rgba(255, 255, 255, 0.7)',
  card: '#F4F5F7',
  button: 'rgba(255, 255, 255, 0.18)',
} as const;

/** Tiles behind icons. */
export const TILES = {
  blue: '#3482FF',
  green: '#2FBF71',
  orange: '#F5A623',
  yellow: '#FFB300',
  violet: '#7A6FF0',
  red: '#FA5C4B',
  grey: '#8C8C8C',
  slate: '#8C98A8',
} as const;

/** The home screen's wallpapers; each sky from its upper end down. */
export const WALLPAPERS = {
  'miui-10': {
    sky: ['#1E5FA8', '#5AA4DB', '#F6C48E'],
    sun: '#FFF1D0',
    far: '#D98B5F',
    near: '#8A4B4A',
  },
  'miui-13': { sky: ['#050B1E', '#0D2350', '#24509A'], glow: '#6FB4FF', ground: '#0A1733' },
  hyperos: { sky: ['#20386F', '#6C7FC4', '#F0B7A4'], far: '#31406F', near: '#1F2A4F' },
} as const;

/** Google's Messages, which keeps its own look on any system. */
export const GOOGLE_MESSAGES = {
  page: '#F8FAFD',
  button: '#C2E7FF',
  onButton: '#0B57D0',
  avatars: ['#1A73E8', '#E8710A', '#188038', '#A142F4'],
} as const;

export const KEYBOARD = {
  board: '#E9ECF2',
  key: '#FFFFFF',
  functionKey: '#D3D9E4',
  ink: '#1F2328',
  /** On the bar above the keys. */
  toolInk: '#5F6672',
  /** On the space bar. */
  softInk: '#7B828E',
} as const;

export const SIZES = {
  caretWidth: 1.5,
} as const;
