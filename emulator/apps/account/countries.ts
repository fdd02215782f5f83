import { getCountries, getCountryCallingCode, type CountryCode } from 'libphonenumber-js';

/** A country or territory that has phone numbers. */
export interface Country {
  /** ISO 3166-1 alpha-2 */
  readonly code: string;
  /** Digits only. */
  readonly callingCode: string;
}

/** A row of the country list. */
export interface CountryRow extends Country {
  /** In the phone's language. */
  readonly name: string;
}

/** @throws RangeError if no country has that code (ISO 3166-1 alpha-2) */
export function countryOf(code: string): Country {
  const known = getCountries().find((country) => country === code);
  if (!known) throw new RangeError(`country '${code}' has no phone numbers`);
  return describe(known);
}

/** All countries as rows, in the order of their names in that language (BCP 47). */
export function countryRows(locale: string): CountryRow[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const collator = new Intl.Collator(locale);
  return getCountries()
    .map((code) => ({ ...describe(code), name: names.of(code) ?? code }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** Rows whose name holds the words, accents aside, or whose code or calling code starts so. */
export function filterCountries(rows: readonly CountryRow[], query: string): CountryRow[] {
  const wanted = folded(query.trim());
  const digits = wanted.replace(/^\+/, '');
  return rows.filter(
    ({ name, code, callingCode }) =>
      folded(name).includes(wanted) ||
      code.toLowerCase() === wanted ||
      (/^\d+$/.test(digits) && callingCode.startsWith(digits)),
  );
}

function describe(code: CountryCode): Country {
  return { code, callingCode: getCountryCallingCode(code) };
}

/** Lower case without accents, as people type. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
