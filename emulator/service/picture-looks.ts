import { createRequire } from 'node:module';
import svgCaptcha from 'svg-captcha';
import type { PictureDifficulty } from './settings.ts';

interface Look {
  /** Lines across the letters. */
  readonly noise: number;
  readonly color: boolean;
  readonly background: string;
  readonly fontSize: number;
  /** Degrees that the whole picture is turned by at most. */
  readonly tilt: number;
}

const WIDTH = 200;
const HEIGHT = 72;

/**
 * `easy` is for a machine to read. Measured with tesseract.js (eng, 4.0.0_best_int, one line of
 * text) on pictures 400 px wide: svg-captcha's own comic typeface is read right in 20 of 40 cases,
 * Roboto Medium with these letters in 200 of 200, and in 60 of 60 with two Ms and three of the wide
 * letters; digits among the letters cost a tenth (4 read as A, 9 as O). The letters stand 33 apart,
 * so that with a size above 42 two Ms run together. `hard` looks like the real service's: coloured
 * letters that run into each other, turned, under lines. README.md has the shares that are read.
 */
const LOOKS: Readonly<Record<PictureDifficulty, Look>> = {
  easy: { noise: 0, color: false, background: '', fontSize: 42, tilt: 0 },
  medium: { noise: 2, color: false, background: '', fontSize: 46, tilt: 6 },
  hard: { noise: 5, color: true, background: '#eef1f4', fontSize: 62, tilt: 8 },
};

svgCaptcha.loadFont(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/roboto/500Medium/Roboto_500Medium.ttf',
  ),
);

/** The library draws a given text when called itself; its typings leave that out. */
const drawSvg = svgCaptcha as unknown as (text: string, look: object) => string;

/**
 * Draws a text, as SVG of 200 × 72.
 * @param random uniform in [0, 1)
 */
export function drawPicture(
  text: string,
  difficulty: PictureDifficulty,
  random: () => number,
): string {
  const { tilt, ...look } = LOOKS[difficulty];
  const svg = drawSvg(text, { width: WIDTH, height: HEIGHT, ...look });
  if (tilt === 0) return svg;
  const degrees = (random() * 2 - 1) * tilt;
  const turn = `rotate(${degrees.toFixed(1)} ${WIDTH / 2} ${HEIGHT / 2})`;
  return svg.replace(/<path/g, `<path transform="${turn}"`);
}
