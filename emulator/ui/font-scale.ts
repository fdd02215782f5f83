/** How many dp a text size in sp is, on a phone with one setting of the font size. */
export type TextScale = (sp: number) => number;

/** Android 14, the first to enlarge large text less than small text. */
const NON_LINEAR_SDK = 34;

const SMALLEST_SP = 8;
const LARGEST_SP = 100;
const SIZES_SP = [SMALLEST_SP, 10, 12, 14, 18, 20, 24, 30, LARGEST_SP] as const;

/**
 * Font scale → dp of each size of {@link SIZES_SP}; what is between two sizes or two scales is
 * interpolated. Source: AOSP android.content.res.FontScaleConverterFactory (Android 15).
 */
const CURVES: readonly (readonly [scale: number, dp: readonly number[]])[] = [
  [1, SIZES_SP],
  [1.05, [8.4, 10.5, 12.6, 14.8, 18.6, 20.6, 24.4, 30, 100]],
  [1.1, [8.8, 11, 13.2, 15.6, 19.2, 21.2, 24.8, 30, 100]],
  [1.15, [9.2, 11.5, 13.8, 16.4, 19.8, 21.8, 25.2, 30, 100]],
  [1.2, [9.6, 12, 14.4, 17.2, 20.4, 22.4, 25.6, 30, 100]],
  [1.3, [10.4, 13, 15.6, 18.8, 21.6, 23.6, 26.4, 30, 100]],
  [1.5, [12, 15, 18, 22, 24, 26, 28, 30, 100]],
  [1.8, [14.4, 18, 21.6, 24.4, 27.6, 30.8, 32.8, 34.8, 100]],
  [2, [16, 20, 24, 26, 30, 34, 36, 38, 100]],
];

/** Below this scale, and above the largest curve, every size grows alike. */
const MIN_CURVED_SCALE = 1.04;

/**
 * @param fontScale the setting `font_scale`, 1 by default
 * @param sdk API level
 */
export function textScaleOf(fontScale: number, sdk: number): TextScale {
  const curve = sdk >= NON_LINEAR_SDK ? curveOf(fontScale) : undefined;
  return curve ? (sp) => onCurve(curve, sp) : (sp) => sp * fontScale;
}

function curveOf(fontScale: number): readonly number[] | undefined {
  if (fontScale < MIN_CURVED_SCALE) return undefined;
  const above = CURVES.findIndex(([scale]) => scale >= fontScale);
  const [higher, lower] = [CURVES[above], CURVES[above - 1]];
  if (!higher || !lower) return undefined;
  const [[lowScale, lowDp], [highScale, highDp]] = [lower, higher];
  const part = (fontScale - lowScale) / (highScale - lowScale);
  return SIZES_SP.map((_, index) => lerp(lowDp[index] ?? 0, highDp[index] ?? 0, part));
}

function onCurve(curve: readonly number[], sp: number): number {
  const above = SIZES_SP.findIndex((size) => size >= sp);
  if (above === 0) return (sp * (curve[0] ?? 0)) / SMALLEST_SP;
  if (above < 0) return (sp * (curve.at(-1) ?? 0)) / LARGEST_SP;
  const from = SIZES_SP[above - 1] ?? 0;
  const to = SIZES_SP[above] ?? 0;
  return lerp(curve[above - 1] ?? 0, curve[above] ?? 0, (sp - from) / (to - from));
}

function lerp(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
