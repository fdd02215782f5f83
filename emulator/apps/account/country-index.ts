import { languageOf } from '../strings/index.ts';
import type { Language } from '../strings/table.ts';

/** A letter of the index beside the country list. */
export interface IndexEntry {
  readonly label: string;
  /** Which row is the first of its section. */
  readonly firstRow: number;
}

/** Starts a section in CLDR's collations for Chinese: U+FDD0 and the section's own character. */
const SECTION = '\uFDD0';
/** Sections by strokes are marked with U+2800 plus the number of strokes. */
const STROKES = 0x2800;
const MOST_STROKES = 48;

const LATIN = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (label) => ({ label, start: label }));
const CYRILLIC = Array.from('АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ');

/**
 * What each language sorts by, first to last (CLDR, `common/collation`): pinyin in simplified
 * Chinese, strokes in traditional Chinese, else letters.
 */
const SECTIONS: Readonly<Record<Language, readonly { label: string; start: string }[]>> = {
  en: LATIN,
  es: LATIN.toSpliced(14, 0, { label: 'Ñ', start: 'Ñ' }),
  'zh-CN': LATIN.map(({ label }) => ({ label, start: SECTION + label })),
  'zh-TW': Array.from({ length: MOST_STROKES }, (_, index) => ({
    label: String(index + 1),
    start: SECTION + String.fromCharCode(STROKES + index + 1),
  })),
  ru: CYRILLIC.map((label) => ({ label, start: label })),
};

/**
 * The index of a list in the order of its names in that language (BCP 47), without the letters
 * under which there is nothing. What comes before the first letter stands under `#`.
 */
export function countryIndex(names: readonly string[], locale: string): IndexEntry[] {
  const collator = new Intl.Collator(locale);
  const sections = SECTIONS[languageOf(locale)];
  const entries: IndexEntry[] = [];
  for (const [row, name] of names.entries()) {
    const section = sections.findLast(({ start }) => collator.compare(start, name) <= 0);
    const label = section?.label ?? '#';
    if (entries.at(-1)?.label !== label) entries.push({ label, firstRow: row });
  }
  return entries;
}
