import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format, stringsFor, TEXTS } from '../../../emulator/apps/strings/index.ts';
import { textOf, type Row } from '../../../emulator/apps/strings/table.ts';

describe('format', () => {
  it('fills in by order', () => {
    assert.equal(format('%s in %d', 'Send', 5), 'Send in 5');
  });

  it('fills in by number', () => {
    assert.equal(format('%2$s before %1$s', 'a', 'b'), 'b before a');
  });

  it('leaves other percent signs alone', () => {
    assert.equal(format('100 % of %d', 3), '100 % of 3');
  });
});

describe('stringsFor', () => {
  const wording = (locale: string, spelling: 'mi' | 'xiaomi' = 'xiaomi') =>
    stringsFor({ locale, profile: { spelling } });

  it('speaks English where it has no table', () => {
    assert.equal(wording('xx-XX').settings_title, 'Settings');
  });

  for (const [locale, title] of [
    ['zh-CN', '设置'],
    ['zh-Hans-SG', '设置'],
    ['zh-TW', '設定'],
    ['zh-HK', '設定'],
    ['zh-Hant-CN', '設定'],
    ['ru-RU', 'Настройки'],
  ] as const) {
    it(`tells ${locale} by its language and script`, () => {
      assert.equal(wording(locale).settings_title, title);
    });
  }

  for (const [locale, older] of [
    ['en-US', 'Mi Account'],
    ['zh-CN', '小米帐号'],
    ['ru-RU', 'Mi аккаунт'],
  ] as const) {
    it(`spells the account as older systems do in ${locale}`, () => {
      assert.equal(wording(locale, 'mi').xiaomi_account.toLowerCase(), older.toLowerCase());
    });
  }
});

describe('texts', () => {
  for (const [name, row] of Object.entries<Row>(TEXTS)) {
    it(`${name} has no other placeholders in translation`, () => {
      const [english = [], ...others] = row.map((cell): string[] => [
        ...(textOf(cell).match(/%(?:\d\$)?[sd]/g) ?? []),
      ]);
      for (const found of others)
        assert.deepEqual(
          found.filter((one) => !english.includes(one)),
          [],
        );
    });
  }
});
