import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasTextsIn, textsNote } from '../../device/language.ts';

for (const locale of ['en-GB', 'zh-CN', 'zh-Hans-SG', 'zh_TW', 'zh-Hant-HK', 'ru-RU', 'ru']) {
  test(`there are texts in ${locale}`, () => {
    assert.equal(hasTextsIn(locale), true);
  });
}

test('there are none in a language without a table', () => {
  assert.equal(hasTextsIn('es-ES'), false);
});

test('what a phone does not tell is taken for a known language', () => {
  assert.equal(hasTextsIn(undefined), true);
});

test('the note names the language, and those that have texts', () => {
  assert.match(
    textsNote('8e3f21', 'de-DE') ?? '',
    /^8e3f21 is set to German \(de-DE\).*only English, Chinese, Russian/,
  );
});

test('there is nothing to note of a known language', () => {
  assert.equal(textsNote('8e3f21', 'ru-RU'), undefined);
});
