import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { ManualHarnessClock } from '../config/clock.ts';
import { Masker } from '../config/masker.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import type { RunContext } from '../config/run-context.ts';
import { loadPhoneSettings } from './phone-settings.ts';
import { SIGN_UP_STEPS } from '../config/steps.ts';
import { Recogniser } from '../flows/recogniser.ts';
import { SignUp } from '../flows/sign-up.ts';
import { pageClasses } from '../launcher/check-locators/locators/page-classes.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { FakePhone } from './flows/fake-phone.ts';
import { textIn } from './flows/fake-picture.ts';

const readme = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
const link = String.raw`\[([^\]]+)\]\(([^)]+)\)`;
// A step may have further specs of its own behind the first.
const row = new RegExp(
  String.raw`^\|\s*([^|]+?)\s*\|\s*${link}\s*\|\s*${link}(?:, ${link})*\s*\|$`,
  'gm',
);
const rows = [...readme.matchAll(row)].map(([, step, pageObject, page, , spec]) => ({
  step: String(step),
  pageObject: String(pageObject),
  page: join(PROJECT_ROOT, String(page)),
  spec: join(PROJECT_ROOT, String(spec)),
}));

/** Every file of the project that a file imports, directly or not. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, path = ''] of source.matchAll(/from '(\.{1,2}\/[^']+)'/g)) {
    importsOf(resolve(dirname(file), path), seen);
  }
  return seen;
}

/** Walks through a sign-up. @returns the page objects of the screens of each step, by its title. */
async function screensOfSteps(): Promise<Map<string, Set<string>>> {
  const clock = new ManualHarnessClock();
  const phone = new FakePhone({ clock });
  const recogniser = new Recogniser(phone.driver, await pageClasses());
  const screens = new Map<string, Set<string>>();
  const stateDir = mkdtempSync(join(tmpdir(), 'readme-test-'));
  try {
    const context: RunContext = {
      runId: 'run-1',
      settings: loadPhoneSettings({ MI_STATE_DIR: stateDir }),
      phone: { serial: phone.serial, model: 'M', system: 'S', environment: 'test' },
      smsSerial: phone.serial,
      progress: { emit: () => undefined },
      masker: new Masker(),
      observer: {
        stepStarted: () => Promise.resolve(),
        async screenReady({ title }) {
          const page = (await recogniser.current())?.constructor.name ?? 'unknown';
          screens.set(title, (screens.get(title) ?? new Set()).add(page));
        },
        waiting: () => Promise.resolve(),
        stepEnded: () => Promise.resolve(),
        attachPicture: () => Promise.resolve(),
      },
      pictureReader: { read: (picture) => Promise.resolve(textIn(picture)) },
      signal: new AbortController().signal,
    };
    const signUp = new SignUp({ ui: phone, sms: phone }, context, clock);
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    await signUp.account();
  } finally {
    rmSync(stateDir, { recursive: true });
  }
  return screens;
}

let screens: Map<string, Set<string>>;
before(async () => {
  screens = await screensOfSteps();
});

test('the table of the journey has a row for every step, in order', () => {
  assert.deepEqual(
    rows.map(({ step }) => step),
    SIGN_UP_STEPS.map(({ title }) => title),
  );
});

for (const { step, pageObject, page, spec } of rows) {
  test(`“${step}”: the flow uses its page object there`, () => {
    assert.deepEqual([...(screens.get(step) ?? [])], [pageObject]);
  });

  test(`“${step}”: its page object and its spec are where the links lead`, () => {
    assert.match(readFileSync(page, 'utf8'), new RegExp(`export class ${pageObject}\\b`));
    assert.ok(importsOf(spec).has(page));
  });
}

test('every file that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  assert.deepEqual(
    links.filter((path) => !existsSync(join(PROJECT_ROOT, path))),
    [],
  );
});
