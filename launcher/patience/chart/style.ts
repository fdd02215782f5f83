/** Of Okabe and Ito's palette, which people of every colour vision can tell apart. */
export const COLOURS = {
  server: '#0072B2',
  serverLight: '#9CCBE8',
  harness: '#E69F00',
  harnessLight: '#F3D28F',
  /** What is to be seen first. */
  slow: '#B84300',
  slowLight: '#FBE3D5',
  budget: '#303034',
  text: '#202024',
  faintText: '#5A5A62',
  line: '#DCDCE3',
  paper: '#FFFFFF',
} as const;

/** What every system has. */
export const FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif";

export const WIDTH_PX = 1200;
export const MARGIN_PX = 28;
