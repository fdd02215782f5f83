import type { Look } from '../../profiles/profile.ts';
import { WALLPAPERS } from '../../ui/theme.ts';

const WIDTH = 360;
const HEIGHT = 800;

/** A screen's size in any unit. */
interface Size {
  readonly width: number;
  readonly height: number;
}

function sky(colors: readonly string[]): string {
  const stops = colors.map(
    (color, index) => `<stop offset="${index / (colors.length - 1)}" stop-color="${color}"/>`,
  );
  return (
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0.5" y2="1">${stops.join('')}` +
    `</linearGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>`
  );
}

const { 'miui-10': dunes, 'miui-13': planet, hyperos: hills } = WALLPAPERS;

/** The wallpaper each system comes with here: our own drawings. */
const DRAWINGS: Readonly<Record<Look, string>> = {
  'miui-10':
    sky(dunes.sky) +
    `<circle cx="276" cy="390" r="42" fill="${dunes.sun}"/>` +
    `<path d="M0 560 Q90 470 190 540 T360 500 V800 H0Z" fill="${dunes.far}"/>` +
    `<path d="M0 650 Q120 560 240 640 T360 620 V800 H0Z" fill="${dunes.near}"/>`,
  'miui-13':
    sky(planet.sky) +
    `<circle cx="180" cy="690" r="300" fill="${planet.glow}" opacity="0.35"/>` +
    `<circle cx="180" cy="730" r="300" fill="${planet.ground}"/>`,
  hyperos:
    sky(hills.sky) +
    `<ellipse cx="80" cy="830" rx="330" ry="190" fill="${hills.far}" opacity="0.55"/>` +
    `<ellipse cx="330" cy="860" rx="300" ry="200" fill="${hills.near}" opacity="0.6"/>`,
};

const pictures = new Map<string, Buffer>();

/** The wallpaper, which fills a screen of that shape, and the colour of its upper end. */
export function wallpaper(
  look: Look,
  { width, height }: Size,
): { readonly picture: Buffer; readonly color: string } {
  const key = `${look} ${width}x${height}`;
  const picture = pictures.get(key) ?? draw(look, { width, height });
  pictures.set(key, picture);
  return { picture, color: WALLPAPERS[look].sky[0] };
}

function draw(look: Look, { width, height }: Size): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="xMidYMid slice">` +
      `${DRAWINGS[look]}</svg>`,
  );
}
