import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnsupportedLanguageError } from '../../device/errors.ts';
import { assertLanguage } from '../../device/language.ts';

test('a phone in a language with texts is taken, wherever its English is from', () => {
  assertLanguage('8e3f21', new Map([['persist.sys.locale', 'en-GB']]));
  assertLanguage('8e3f21', new Map([['ro.product.locale', 'en-US']]));
});

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
