import type { Region } from './regions.ts';

/** A row of the country list. */
export interface CountryRow extends Region {
  /** In the phone's language. */
  readonly name: string;
}

/** The regions as rows, in the order of their names in that language. */
export function countryRows(list: readonly Region[], locale: string): CountryRow[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const collator = new Intl.Collator(locale);
  return list
    .map((region) => ({ ...region, name: names.of(region.country) ?? region.country }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** Rows whose name holds the words, or whose calling code starts with the digits. */
export function filterCountries(rows: readonly CountryRow[], query: string): CountryRow[] {
  const wanted = query.trim().toLowerCase();
  const digits = wanted.replace(/^\+/, '');
  return rows.filter(
    ({ name, callingCode }) =>
      name.toLowerCase().includes(wanted) ||
      (/^\d+$/.test(digits) && callingCode.startsWith(digits)),
  );
}
