import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryIndex } from '../../../emulator/apps/account/country-index.ts';
import { countryRows } from '../../../emulator/apps/account/countries.ts';

describe('the index of the country list', () => {
  /** The section in which a country stands. */
  const sectionOf = (locale: string, code: string) => {
    const rows = countryRows(locale);
    const row = rows.findIndex((candidate) => candidate.code === code);
    const index = countryIndex(
      rows.map(({ name }) => name),
      locale,
    );
    return index.findLast(({ firstRow }) => firstRow <= row)?.label;
  };

  for (const [locale, code, label] of [
    ['en-US', 'AX', 'A'],
    ['en-US', 'SE', 'S'],
    ['zh-CN', 'AF', 'A'],
    ['zh-CN', 'SE', 'R'],
    ['zh-CN', 'CN', 'Z'],
    ['zh-TW', 'CN', '4'],
    ['zh-TW', 'SE', '13'],
    ['ru-RU', 'SE', 'Ш'],
    ['ru-RU', 'EG', 'Е'],
  ] as const) {
    it(`has ${code} under ${label} in ${locale}`, () => {
      assert.equal(sectionOf(locale, code), label);
    });
  }

  for (const locale of ['en-US', 'zh-CN', 'zh-TW', 'ru-RU']) {
    it(`has each section once in ${locale}, in the order of the list`, () => {
      const names = countryRows(locale).map(({ name }) => name);
      const index = countryIndex(names, locale);
      const firstRows = index.map(({ firstRow }) => firstRow);
      assert.equal(new Set(index.map(({ label }) => label)).size, index.length);
      assert.deepEqual(
        firstRows,
        firstRows.toSorted((a, b) => a - b),
      );
    });
  }

  it('has what comes before all letters under #', () => {
    assert.deepEqual(countryIndex(['42', 'Åland', 'Zürich'], 'en-US'), [
      { label: '#', firstRow: 0 },
      { label: 'A', firstRow: 1 },
      { label: 'Z', firstRow: 2 },
    ]);
  });
});
