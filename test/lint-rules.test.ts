import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The rules under test need no types, and the planted files do not exist.
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** What our own rules say about a text, if it were that file. */
async function complaints(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === null || /^boundaries\/|^no-restricted-/.test(ruleId))
    .map(({ message }) => message);
}

for (const [file, imported, message] of [
  [
    'flows/planted.ts',
    '../emulator/android/clock.ts',
    'flows may not import from emulator/android/clock',
  ],
  ['flows/planted.ts', '../scripts/run.mjs', 'flows may not import from scripts'],
  ['flows/planted.ts', '../test/lint-rules.test.ts', 'flows may not import from test'],
  ['flows/planted.ts', '../wdio.conf.ts', 'flows may not import from the top folder'],
  ['config/planted.ts', '../device/adb.ts', 'config may not import from device'],
  ['device/planted.ts', '../flows/sign-up.ts', 'device may not import from flows'],
  ['pageobjects/planted.ts', '../device/adb.ts', 'pageobjects may not import from device'],
  ['vision/planted.ts', '../device/adb.ts', 'vision may not import from device'],
  ['specs/planted.spec.ts', '../scripts/run.mjs', 'specs may not import from scripts'],
  ['launcher/planted.ts', '../scripts/run.mjs', 'launcher may not import from scripts'],
  ['emulator/planted.ts', '../config/clock.ts', 'emulator may not import from config'],
  [
    'emulator/apps/planted.tsx',
    '../../config/clock.ts',
    'emulator/apps may not import from config',
  ],
  [
    'emulator/apps/planted.tsx',
    '../service/service.ts',
    'emulator/apps may not import from emulator/service',
  ],
  ['emulator/adbd/planted.ts', '../ui/theme.ts', 'emulator/adbd may not import from emulator/ui'],
  ['emulator/ui/planted.ts', '../apps/index.ts', 'emulator/ui may not import from emulator/apps'],
  [
    'emulator/service/planted.ts',
    '../android/system.ts',
    'emulator/service may not import from emulator/android',
  ],
] as const) {
  test(`${file} may not import ${imported}`, async () => {
    assert.deepEqual(await complaints(file, `import { a } from '${imported}';`), [message]);
  });
}

for (const [file, text] of [
  ['specs/planted.spec.ts', "import { a } from '../flows/sign-up.ts';"],
  ['flows/planted.ts', "import { a } from '../device/adb.ts'; import { b } from './sign-up.ts';"],
  ['pageobjects/planted.ts', "import type { A } from '../device/adb.ts';"],
  ['launcher/planted.ts', "import { a } from '../scripts/android-home.mjs';"],
  [
    'emulator/planted.ts',
    "import { a } from './apps/index.ts'; import { b } from './android/system.ts';",
  ],
  ['emulator/service/planted.ts', "import type { Clock } from '../android/clock.ts';"],
  ['test/planted.test.ts', "import { a } from '../emulator/android/clock.ts';"],
  ['device/planted.ts', "import { z } from 'zod'; import { join } from 'node:path';"],
] as const) {
  test(`${file} may: ${text}`, async () => {
    assert.deepEqual(await complaints(file, text), []);
  });
}

for (const text of [
  "import type { Clock } from '../emulator/android/clock.ts';",
  "export { a } from '../emulator/android/clock.ts';",
  "await import('../emulator/android/clock.ts');",
  "import { a } from '@mi-account-e2e/emulator/android/clock.ts';",
]) {
  test(`there is no way around in: ${text}`, async () => {
    assert.equal((await complaints('device/planted.ts', text)).length, 1);
  });
}

for (const text of [
  'setTimeout(() => undefined, 10);',
  'await browser.pause(100);',
  'await driver.pause(100);',
  'await sleep(100);',
]) {
  for (const file of ['specs/planted.spec.ts', 'flows/planted.ts', 'pageobjects/planted.ts']) {
    test(`${file} may not sleep: ${text}`, async () => {
      assert.match((await complaints(file, text)).join(), /^No sleeps here/);
    });
  }
}

for (const text of [
  "await $('id').click();",
  "$$('id');",
  "browser.$('id');",
  "driver.$$('id');",
]) {
  test(`a spec holds no selector: ${text}`, async () => {
    assert.match(
      (await complaints('specs/planted.spec.ts', text)).join(),
      /^No selectors in specs/,
    );
  });
}

test('a page object holds selectors', async () => {
  assert.deepEqual(await complaints('pageobjects/planted.ts', "driver.$('id');"), []);
});

test('what test files share has no hook of the first of them', async () => {
  const text = 'beforeEach(() => undefined);';
  assert.match(
    (await complaints('test/flows/planted.ts', text)).join(),
    /there for the first file/,
  );
  assert.deepEqual(await complaints('test/flows/planted.test.ts', text), []);
  assert.deepEqual(
    await complaints('test/flows/planted.ts', `export function f() { ${text} }`),
    [],
  );
});
