// What `npm run pictures` runs: makes the pictures of the documents. Those of README.md come out of the last
// run's report, if it was a passed `npm start`; those of reports, of a run in which tests fail on purpose.
// Numbers and codes are blurred in all of them.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { PROJECT_ROOT } from '../config/paths.ts';
import { SIGN_UP_STEPS } from '../config/steps.ts';
import { takeOperatorPagePicture } from './operator-page-picture.ts';
import { takePatiencePicture } from './patience-picture.ts';
import { takeReportPictures } from './report-pictures.ts';
import { takeTerminalPicture } from './terminal-picture.ts';

const REPORTS = join(PROJECT_ROOT, 'reports');
const RESULTS = join(REPORTS, 'allure-results');
const PICTURES = join(PROJECT_ROOT, 'docs', 'pictures');
const STRIP = join(PICTURES, 'sign-up.png');
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

/** The picture of each step, in the order of the how-to; `undefined`: a step was not taken. */
async function stepPictures(): Promise<string[] | undefined> {
  const names = await readdir(RESULTS);
  const results = await Promise.all(
    names
      .filter((name) => name.endsWith('-result.json'))
      .map(async (name) => JSON.parse(await readFile(join(RESULTS, name), 'utf8')) as AllureStep),
  );
  const all = results.flatMap(withDescendants);
  const pictures = SIGN_UP_STEPS.flatMap(({ title }) => {
    const picture = all
      .filter(({ name }) => name === title)
      .flatMap(withDescendants)
      .flatMap(({ attachments = [] }) => attachments)
      .find(({ type }) => type.startsWith('image/'));
    return picture ? join(RESULTS, picture.source) : [];
  });
  return pictures.length === SIGN_UP_STEPS.length ? pictures : undefined;
}

const corners = Buffer.from(
  `<svg width="${String(WIDTH_PX)}" height="${String(HEIGHT_PX)}"><rect width="100%" height="100%" rx="${String(CORNER_PX)}"/></svg>`,
);
const border = Buffer.from(
  `<svg width="${String(WIDTH_PX)}" height="${String(HEIGHT_PX)}"><rect x="0.5" y="0.5" width="${String(WIDTH_PX - 1)}" height="${String(HEIGHT_PX - 1)}" rx="${String(CORNER_PX)}" fill="none" stroke="#c8c8cc"/></svg>`,
);
/** The six screens of a sign-up, side by side. */
async function makeStrip(pictures: readonly string[]): Promise<void> {
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
  await sharp({ create: { width, height: HEIGHT_PX, channels: 4, background } })
    .composite(tiles)
    .png({ palette: true, quality: 90 })
    .toFile(STRIP);
}

await mkdir(PICTURES, { recursive: true });
await takeTerminalPicture(join(PICTURES, 'terminal.png'));
await takePatiencePicture(join(PICTURES, 'patience.png'));
const signUp = await stepPictures();
if (signUp !== undefined) {
  await makeStrip(signUp);
  await takeOperatorPagePicture(signUp, join(PICTURES, 'operator-page.png'));
}
await takeReportPictures(PICTURES);
const made = [
  'the terminal',
  'the patience chart',
  ...(signUp === undefined ? [] : ['the sign-up', 'the operator page']),
  'the report of failed tests',
];
console.log(`pictures written of ${made.join(', ')}`);
