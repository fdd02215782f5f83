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

const require = createRequire(import.meta.url);

/** Latin and Cyrillic, then Chinese, simplified and traditional. */
const FONTS = [
  {
    family: 'Roboto',
    file: 'Roboto',
    manifest: () => require.resolve('@expo-google-fonts/roboto/package.json'),
  },
  {
    family: 'Noto Sans SC',
    file: 'NotoSansSC',
    manifest: () => require.resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  },
] as const;
const WEIGHTS = ['400Regular', '500Medium', '700Bold'] as const;
const FAMILIES = FONTS.map(({ family }) => `"${family}"`).join(', ');

/**
 * Makes the fonts known to Skia, whose font table is one per process; a file is read when the first
 * of its glyphs is drawn. Does nothing the second time.
 */
export function registerFonts(): void {
  for (const { family, file, manifest } of FONTS) {
    if (GlobalFonts.has(family)) continue;
    const root = dirname(manifest());
    for (const weight of WEIGHTS) {
      const path = join(root, weight, `${file}_${weight}.ttf`);
      if (!GlobalFonts.registerFromPath(path, family)) {
        throw new Error(`cannot load the font ${path}`);
      }
    }
  }
}

/** The CSS font of a text size in pixels. */
export function cssFont(sizePx: number, weight: number): string {
  return `${weight} ${sizePx}px ${FAMILIES}, sans-serif`;
}
