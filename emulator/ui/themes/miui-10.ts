import type { Theme } from './theme.ts';

/**
 * MIUI 9 and 10: white pages under a bar that holds the title, thin lines, small corners, round
 * icons, dialogs across the screen's lower end, three buttons for navigation.
 */
export const miui10: Theme = {
  look: 'miui-10',
  colors: {
    page: '#FFFFFF',
    group: '#FFFFFF',
    accent: '#0E94F2',
    accentDisabled: '#A3D5FA',
    accentSoft: '#E6F4FE',
    field: '#F6F6F6',
    searchBox: '#F0F0F0',
    switchOff: '#D9D9D9',
    divider: '#E6E6E6',
  },
  pageMargin: 16,
  textMargin: 20,
  title: { large: false, size: 20 },
  bar: { height: 52, titleSize: 20, titleWeight: 400, line: true },
  group: { marginHorizontal: 0, marginBottom: 0, radius: 0, line: true },
  row: {
    minHeight: 52,
    paddingHorizontal: 20,
    paddingVertical: 9,
    gap: 16,
    titleSize: 16,
    titleWeight: 400,
    summarySize: 13,
    icon: { size: 28, tile: { radius: 14, padding: 6 } },
  },
  button: { minHeight: 44, radius: 4, textSize: 16, weight: 400, secondary: 'framed' },
  field: { height: 48, radius: 0, box: 'underlined' },
  searchBox: { height: 38, radius: 4, textAlign: 'center' },
  dialog: { margin: 0, radius: 0, paddingHorizontal: 20, titleSize: 18, titleWeight: 400 },
  notification: { radius: 8 },
  toast: { background: 'rgba(50, 50, 50, 0.92)', ink: '#FFFFFF', radius: 6 },
  switch: { width: 44, height: 24, thumbInset: 2 },
  checkBox: { radius: 3 },
  statusBar: { height: 24, paddingHorizontal: 10, battery: 'outline', networkType: true },
  navigation: { kind: 'buttons', height: 46 },
  appIcon: { radius: 14 },
};
