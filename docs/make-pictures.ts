// What `npm run pictures` runs: makes the pictures of README.md out of the last run's report, where
// numbers and codes are blurred already. Needs a passed `npm start` before it.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { PROJECT_ROOT } from '../config/paths.ts';
import { SIGN_UP_STEPS } from '../config/steps.ts';
import { takeOperatorPagePicture } from './operator-page-picture.ts';

const RESULTS = join(PROJECT_ROOT, 'reports', 'allure-results');
const STRIP = join(PROJECT_ROOT, 'docs', 'pictures', 'sign-up.png');
const OPERATOR_PAGE = join(PROJECT_ROOT, 'docs', 'pictures', 'operator-page.png');
const WIDTH_PX = 270;
const HEIGHT_PX = 600;
const GAP_PX = 18;
const CORNER_PX = 18;

interface AllureStep {
  readonly name: string;
  readonly steps?: readonly AllureStep[];
  readonly attachments?: readonly { readonly source: string; readonly type: string }[];
}

function withDescendants(step: AllureStep): AllureStep[] {
  return [step, ...(step.steps ?? []).flatMap(withDescendants)];
}

/** The picture of each step, in the order of the how-to. */
async function stepPictures(): Promise<string[]> {
  const names = await readdir(RESULTS);
  const results = await Promise.all(
    names
      .filter((name) => name.endsWith('-result.json'))
      .map(async (name) => JSON.parse(await readFile(join(RESULTS, name), 'utf8')) as AllureStep),
  );
  const all = results.flatMap(withDescendants);
  return SIGN_UP_STEPS.map(({ title }) => {
    const picture = all
      .filter(({ name }) => name === title)
      .flatMap(withDescendants)
      .flatMap(({ attachments = [] }) => attachments)
      .find(({ type }) => type === 'image/png');
    if (!picture) throw new Error(`no picture of “${title}” in ${RESULTS}: run npm start first`);
    return join(RESULTS, picture.source);
  });
}

const corners = Buffer.from(
  `<svg width="${String(WIDTH_PX)}" height="${String(HEIGHT_PX)}"><rect width="100%" height="100%" rx="${String(CORNER_PX)}"/></svg>`,
);
const border = Buffer.from(
  `<svg width="${String(WIDTH_PX)}" height="${String(HEIGHT_PX)}"><rect x="0.5" y="0.5" width="${String(WIDTH_PX - 1)}" height="${String(HEIGHT_PX - 1)}" rx="${String(CORNER_PX)}" fill="none" stroke="#c8c8cc"/></svg>`,
);
const pictures = await stepPictures();
const tiles = await Promise.all(
  pictures.map(async (picture, index): Promise<OverlayOptions> => {
    const tile = sharp(picture)
      .resize({ width: WIDTH_PX, height: HEIGHT_PX })
      .composite([{ input: corners, blend: 'dest-in' }, { input: border }]);
    return { input: await tile.png().toBuffer(), left: index * (WIDTH_PX + GAP_PX), top: 0 };
  }),
);
const background = { r: 0, g: 0, b: 0, alpha: 0 };
const width = tiles.length * (WIDTH_PX + GAP_PX) - GAP_PX;
await mkdir(dirname(STRIP), { recursive: true });
await sharp({ create: { width, height: HEIGHT_PX, channels: 4, background } })
  .composite(tiles)
  .png({ palette: true, quality: 90 })
  .toFile(STRIP);
await takeOperatorPagePicture(pictures, OPERATOR_PAGE);
console.log(`written: ${STRIP}, ${OPERATOR_PAGE}`);
