/** Colours and sizes of the system's look (light theme). Lengths in dp, text in sp. */
export const COLORS = {
  page: '#F7F7F7',
  card: '#FFFFFF',
  /** Xiaomi's orange. */
  brand: '#FF6900',
  /** Of the icon of the app for messages, the only one that posts notifications. */
  messages: '#2FBF71',
  accent: '#3482FF',
  accentDisabled: '#C2D9FF',
  accentSoft: '#EAF2FF',
  text: '#191919',
  textSecondary: '#8C8C8C',
  textHint: '#B3B3B3',
  field: '#F0F0F0',
  searchBox: '#EDEDED',
  switchOff: '#E6E6E6',
  danger: '#FA382E',
  dim: 'rgba(0, 0, 0, 0.4)',
  pressed: 'rgba(0, 0, 0, 0.07)',
} as const;

export const SIZES = {
  /** Page margin left and right of cards. */
  pageMargin: 12,
  cardRadius: 20,
  buttonRadius: 16,
  dialogRadius: 28,
  fieldRadius: 16,
  caretWidth: 1.5,
} as const;
