import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

/** Roboto's vertical metrics as fractions of the text size (its `hhea` and `head` tables). */
export const FONT_METRICS = {
  ascent: 0.927,
  descent: 0.244,
  /** What Android adds to the height of a text (`includeFontPadding`), here half at each end. */
  padding: 0.156,
} as const;

const FAMILY = 'Roboto';
const FILES = [
  '400Regular/Roboto_400Regular.ttf',
  '500Medium/Roboto_500Medium.ttf',
  '700Bold/Roboto_700Bold.ttf',
] as const;

/** Makes Roboto known to Skia, whose font table is one per process. Does nothing the second time. */
export function registerFonts(): void {
  if (GlobalFonts.has(FAMILY)) return;
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@expo-google-fonts/roboto/package.json'));
  for (const file of FILES) {
    if (!GlobalFonts.registerFromPath(join(folder, file), FAMILY)) {
      throw new Error(`cannot load the font ${join(folder, file)}`);
    }
  }
}

/** The CSS font of a text size in pixels. Scripts Roboto lacks come from the host's fonts. */
export function cssFont(sizePx: number, weight: number): string {
  return `${weight} ${sizePx}px ${FAMILY}, "Noto Sans CJK SC", "Noto Sans SC", sans-serif`;
}
