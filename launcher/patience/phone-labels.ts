import { groupedBy } from '../statistics.ts';

/** What tells a phone of a run from the others, for people. */
export interface LabelledPhone {
  readonly serial: string;
  /** `Redmi 7A (M1903C3EG)`. */
  readonly model: string;
  /** BCP 47, of an emulated phone; null where none was asked for. */
  readonly language?: string | null | undefined;
}

/**
 * Short names of phones by their serials: the model without its number, with the language where it tells
 * phones of one model apart, and counted where that does not either: `Redmi 7A`, `Redmi 7A · ru`,
 * `Redmi 7A · 2`. Serials are no part of them.
 */
export function phoneLabels(phones: readonly LabelledPhone[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [name, alike] of groupedBy(phones, ({ model }) => shortModel(model))) {
    const languages = groupedBy(alike, ({ language }) => language ?? '');
    for (const [language, ofLanguage] of languages) {
      const spoken = languages.size > 1 && language !== '' ? `${name} · ${language}` : name;
      for (const [index, { serial }] of ofLanguage.entries()) {
        labels.set(serial, ofLanguage.length > 1 ? `${spoken} · ${index + 1}` : spoken);
      }
    }
  }
  // In the order of the phones, not of their groups.
  return new Map(phones.map(({ serial }) => [serial, labels.get(serial) ?? '']));
}

function shortModel(model: string): string {
  return model.replace(/\s*\([^)]*\)\s*$/, '');
}
