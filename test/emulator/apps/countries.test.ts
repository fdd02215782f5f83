import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryRows, filterCountries } from '../../../emulator/apps/account/countries.ts';

describe('country list', () => {
  const rows = countryRows('en-US');

  it('holds more than 200 countries', () => {
    assert.ok(rows.length >= 200, `${rows.length} rows`);
  });

  it('holds every country once', () => {
    assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
  });

  it('is in the order of the names', () => {
    assert.deepEqual(
      rows.slice(0, 3).map(({ name }) => name),
      ['Afghanistan', 'Åland Islands', 'Albania'],
    );
  });

  it('is in the language of the phone', () => {
    const german = countryRows('de-DE').find(({ code }) => code === 'DE');
    assert.equal(german?.name, 'Deutschland');
  });

  for (const [query, country] of [
    ['swed', 'SE'],
    ['+46', 'SE'],
    ['46', 'SE'],
    [' SWEDEN ', 'SE'],
    ['Curaçao', 'CW'],
    ['curacao', 'CW'],
  ]) {
    it(`finds ${country} by '${query}'`, () => {
      assert.deepEqual(
        filterCountries(rows, query ?? '').map(({ code }) => code),
        [country],
      );
    });
  }

  for (const [query, country] of [
    ['us', 'US'],
    ['DE', 'DE'],
    ['aland', 'AX'],
  ]) {
    it(`finds ${country} among others by '${query}'`, () => {
      const codes = filterCountries(rows, query ?? '').map(({ code }) => code);
      assert.ok(codes.some((code) => code === country));
    });
  }
});
