import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import { countryRows, filterCountries } from '../../../emulator/apps/account/login/countries.ts';
import { regions } from '../../../emulator/apps/account/login/regions.ts';

describe('country list', () => {
  const rows = countryRows(regions, 'en-US');

  it('holds more than 200 countries', () => {
    assert.ok(rows.length >= 200, `${rows.length} rows`);
  });

  it('holds every country once', () => {
    assert.equal(new Set(regions.map(({ country }) => country)).size, regions.length);
  });

  it('gives each country its calling code', () => {
    const wrong = regions.filter(
      ({ country, callingCode }) =>
        isSupportedCountry(country) && getCountryCallingCode(country) !== callingCode,
    );
    assert.deepEqual(wrong, []);
  });

  it('is in the order of the names', () => {
    assert.deepEqual(
      rows.slice(0, 3).map(({ name }) => name),
      ['Afghanistan', 'Åland Islands', 'Albania'],
    );
  });

  it('is in the language of the phone', () => {
    const german = countryRows(regions, 'de-DE').find(({ country }) => country === 'DE');
    assert.equal(german?.name, 'Deutschland');
  });

  for (const [query, country] of [
    ['swed', 'SE'],
    ['+46', 'SE'],
    ['46', 'SE'],
    [' SWEDEN ', 'SE'],
  ]) {
    it(`finds ${country} by '${query}'`, () => {
      assert.deepEqual(
        filterCountries(rows, query ?? '').map((row) => row.country),
        [country],
      );
    });
  }
});
