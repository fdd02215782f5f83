import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { pageClasses } from '../../../launcher/check-locators/locators/page-classes.ts';
import { usedLocators } from '../../../launcher/check-locators/locators/used-locators.ts';
import { wantedOf, type Wanted } from '../../../launcher/check-locators/locators/wanted.ts';
import { strings, type StringName } from '../../../pageobjects/strings/table.ts';

const NAMES = Object.keys(strings) as StringName[];
const FOLDER = join(PROJECT_ROOT, 'pageobjects');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('strings'))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'));

/** Names of ids as page objects write them: whole, as arguments of `accountIds`, or in lists. */
function idsWritten(source: string): string[] {
  const code = source.replace(/\/\*.*?\*\/|\/\/.*$/gms, '');
  const whole = [...code.matchAll(/:id\/(\w+)[`'"]/g)].map(([, name]) => name ?? '');
  const names = [...code.matchAll(/accountIds\(([^)]*)\)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? ''),
  );
  const listed = [...code.matchAll(/'([a-z][a-z0-9]*(?:_[a-zA-Z0-9]+)+)'/g)].map(
    ([, name]) => name ?? '',
  );
  return [...new Set([...whole, ...names, ...listed])];
}

describe('what is looked up in an app', () => {
  let wanted: Wanted;
  before(async () => {
    const used = await Promise.all((await pageClasses()).map(usedLocators));
    wanted = wantedOf(used, strings);
  });

  it('is every id that a page object has', () => {
    const known = new Set(wanted.ids.map(({ id }) => id.slice(id.indexOf('/') + 1)));
    const written = files.flatMap(idsWritten);
    assert.ok(written.includes('permission_message'));
    assert.deepEqual(
      written.filter((name) => !known.has(name)),
      [],
    );
  });

  it('is every entry of the string tables', () => {
    const known = new Set(wanted.texts.map(({ name }) => name));
    assert.deepEqual(
      NAMES.filter((name) => !known.has(name)),
      [],
    );
  });

  it('is each text on the screens of the page objects that have it', () => {
    const located = new Set(
      wanted.texts.flatMap(({ name, screens }) => (screens.includes('messages') ? [] : [name])),
    );
    const written = NAMES.filter((name) =>
      files.some(
        (source) =>
          source.includes('strings/table.ts') && new RegExp(String.raw`\b${name}\b`).test(source),
      ),
    );
    assert.deepEqual(
      written.filter((name) => !located.has(name)),
      [],
    );
  });

  it('is no text of another entry that has the same wordings', () => {
    const onAgreement = wanted.texts.filter(({ screens }) =>
      screens.includes('Xiaomi Cloud agreement'),
    );
    assert.ok(!onAgreement.some(({ name }) => name === 'agree'));
  });
});
