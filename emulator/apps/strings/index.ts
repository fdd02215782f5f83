import { ownEn } from './own.en.ts';
import { passportEn } from './passport.en.ts';
import { settingsEn } from './settings.en.ts';

const en = { ...passportEn, ...settingsEn, ...ownEn } as const;

export type StringName = keyof typeof en;
export type Strings = Readonly<Record<StringName, string>>;

/** One table a language, by its BCP 47 language subtag. */
const TABLES: Readonly<Record<string, Strings>> = { en };

/** The labels for a locale (BCP 47); English where there is no table for its language. */
export function stringsFor(locale: string): Strings {
  const [language = ''] = locale.split('-');
  return TABLES[language] ?? en;
}

/** Fills in `%s`, `%d` in order and `%1$s` by number, as Android's getString does. */
export function format(text: string, ...values: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/%(?:(\d+)\$)?[sd]/g, (_, position?: string) =>
    String(values[position ? Number(position) - 1 : next++] ?? ''),
  );
}
