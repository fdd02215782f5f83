import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readApk } from '../../../launcher/check-locators/apk/apk.ts';
import { MalformedResourcesError } from '../../../launcher/check-locators/apk/chunks.ts';
import { packageNameIn } from '../../../launcher/check-locators/apk/manifest.ts';
import { readResourceTable } from '../../../launcher/check-locators/apk/resource-table.ts';
import { manifest, resourceTable, type TableOptions } from './arsc-builder.ts';

const driver = createRequire(
  createRequire(import.meta.url).resolve('appium-uiautomator2-driver/package.json'),
);
const APK = join(
  dirname(driver.resolve('io.appium.settings/package.json')),
  'apks/settings_apk-debug.apk',
);

const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,20}$/);
const text = fc.string({ unit: 'binary', maxLength: 400 });
const contents = fc.record({
  packageName: fc.stringMatching(/^[a-z]{1,9}(?:\.[a-z]{1,9}){1,3}$/),
  ids: fc.uniqueArray(name, { maxLength: 20 }),
  texts: fc.dictionary(
    fc.constantFrom('', 'en', 'zh-CN', 'zh-TW', 'ru'),
    fc.dictionary(name, text, { maxKeys: 20 }),
  ),
});
const options: fc.Arbitrary<TableOptions> = fc.record({
  pool: fc.constantFrom('utf8', 'utf16'),
  offsets: fc.constantFrom('all', 'sparse', '16 bits'),
  compact: fc.boolean(),
});

describe('a resource table', () => {
  it('is read in every encoding of names, texts, offsets and entries', () => {
    fc.assert(
      fc.property(contents, options, (written, encoding) => {
        const [read] = readResourceTable(resourceTable(written, encoding));
        assert.ok(read);
        assert.deepEqual(
          {
            packageName: read.name,
            ids: [...read.namesOf('id')],
            texts: Object.fromEntries(
              [...read.locales()].map((locale) => [
                locale,
                Object.fromEntries(read.textsIn(locale).map((each) => [each.name, each.text])),
              ]),
            ),
          },
          {
            ...written,
            texts: Object.fromEntries(
              Object.entries(written.texts).map(([locale, texts]) => [locale, { ...texts }]),
            ),
          },
        );
      }),
    );
  });

  it('that is cut off is no resource table', () => {
    const whole = resourceTable({ packageName: 'a.b', ids: ['c'], texts: { ru: { d: 'Д' } } });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        assert.throws(() => readResourceTable(whole.subarray(0, length)), MalformedResourcesError);
      }),
    );
  });
});

describe('a manifest', () => {
  it('names the package', () => {
    assert.equal(packageNameIn(manifest('com.xiaomi.account')), 'com.xiaomi.account');
  });
});

describe('an APK that Android’s own tools made', () => {
  it('has its ids and its texts in every language', async () => {
    const { packageName, packages } = await readApk(APK);
    const [resources] = packages;
    assert.equal(packageName, 'io.appium.settings');
    assert.ok(resources);
    assert.ok(resources.namesOf('id').has('standard'));
    assert.ok(resources.locales().has('sr-Latn'));
    assert.ok(resources.locales().has('sr-Latn'));
    const button = (locale: string) =>
      resources
        .textsIn(locale)
        .find((each) => each.name === 'common_google_play_services_enable_button')?.text;
    assert.deepEqual(['', 'ru', 'zh-CN', 'zh-TW'].map(button), [
      'Enable',
      'Включить',
      '启用',
      '啟用',
    ]);
  });

  it('is told from another file', async () => {
    await assert.rejects(readApk(import.meta.filename), MalformedResourcesError);
  });
});
