// What `npm run gallery` runs: takes pictures of every screen of every phone, and of the way to an
// account in each language, and writes them to docs/gallery/.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemVersion } from '../../../emulator/phone-info.ts';
import {
  defaultProfile,
  inLanguage,
  languagesOf,
  profiles,
} from '../../../emulator/profiles/index.ts';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { contactSheet, type Tile } from './contact-sheet.ts';
import { galleryPage, type Sheet } from './gallery-page.ts';
import { scenesOf } from './journey.ts';
import { JOURNEYS } from './journeys/index.ts';
import { seededRandom } from './scene-phone.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'gallery');
/** Toasts have faded in by then, and no countdown has moved. */
const UNTIL_SHOWN_MS = 500;
const COLUMNS = 10;
const QUALITY = 55;

/** The way to an account, which is shown in every language. */
const MAIN_SCENES = [
  'Settings',
  'Phone number',
  'Consent',
  'SMS code',
  'Picture',
  'Is this your account?',
  'Xiaomi Cloud: agreement',
  'Xiaomi Cloud: skip?',
  'Settings, signed in',
  'Account home',
];

// Pictures with letters and the place of the web check's button are thrown. A second run throws the
// same, so that it changes no file.
Math.random = seededRandom();

await mkdir(FOLDER, { recursive: true });
const sheets: Sheet[] = [];
for (const profile of profiles) {
  const tiles = await picturesOf(profile);
  const [language = ''] = languagesOf(profile);
  await write(
    {
      file: `${profile.id}.webp`,
      title: `${profile.name}, ${systemVersion(profile)}`,
      caption: `${tiles.length} screens, in ${language}; the ${profile.generation} account app`,
    },
    [{ heading: `${profile.name} · ${systemVersion(profile)} · ${language}`, tiles }],
    COLUMNS,
  );
}
await writeLanguages(defaultProfile);
await writeFile(join(FOLDER, 'README.md'), galleryPage(sheets));

async function writeLanguages(profile: Profile): Promise<void> {
  const languages = languagesOf(profile);
  const rows = [];
  for (const language of languages) {
    const tiles = await picturesOf(inLanguage(profile, language), MAIN_SCENES);
    rows.push({ heading: `${profile.name} · ${language}`, tiles });
  }
  const sheet = {
    file: 'languages.webp',
    title: 'The way to an account, in each language',
    caption: `${profile.name}: ${languages.join(', ')}`,
  };
  await write(sheet, rows, MAIN_SCENES.length);
}

/** Pictures of the scenes of those names, by default of all. */
async function picturesOf(profile: Profile, names?: readonly string[]): Promise<Tile[]> {
  const tiles: Tile[] = [];
  for await (const { name, phone } of scenesOf(JOURNEYS, { profile })) {
    if (names && !names.includes(name)) continue;
    phone.clock.advance(UNTIL_SHOWN_MS);
    tiles.push({ label: name, picture: await phone.system.windows.look('png') });
  }
  return tiles;
}

async function write(
  sheet: Sheet,
  rows: Parameters<typeof contactSheet>[0],
  columns: number,
): Promise<void> {
  const picture = await contactSheet(rows, { columns, quality: QUALITY });
  await writeFile(join(FOLDER, sheet.file), picture);
  console.log(`docs/gallery/${sheet.file}: ${Math.round(picture.length / 1024)} KiB`);
  sheets.push(sheet);
}
