import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnsupportedLanguageError } from '../../device/errors.ts';
import { assertLanguage } from '../../device/language.ts';

for (const locale of ['en-GB', 'zh-CN', 'zh-Hans-SG', 'zh-TW', 'zh-Hant-HK', 'ru-RU', 'ru']) {
  test(`a phone set to ${locale} is taken`, () => {
    assertLanguage('8e3f21', new Map([['persist.sys.locale', locale]]));
    assertLanguage('8e3f21', new Map([['ro.product.locale', locale]]));
  });
}

test('the language that was chosen counts, not the one the phone came with', () => {
  const properties = new Map([
    ['persist.sys.locale', 'de-DE'],
    ['ro.product.locale', 'en-US'],
  ]);
  assert.throws(
    () => assertLanguage('8e3f21', properties),
    (error) => {
      assert.ok(error instanceof UnsupportedLanguageError);
      assert.match(error.message, /expected: English/);
      assert.match(error.message, /seen: de-DE/);
      return true;
    },
  );
});
