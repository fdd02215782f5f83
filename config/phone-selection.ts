import { z } from 'zod';

/** What a phone is asked about by a condition, under the name that is written for it. */
export const PHONE_FACTS = [
  'model',
  'miui',
  'hyperos',
  'android',
  'region',
  'language',
  'owner',
] as const;
export type PhoneFactName = (typeof PHONE_FACTS)[number];

export const COMPARISONS = ['>=', '<=', '=', '>', '<'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** E.g. `miui>=13`. Versions compare by number, everything else knows `=` alone. */
export interface PhoneCondition {
  readonly fact: PhoneFactName;
  readonly comparison: Comparison;
  /** As it was written; `*` stands for any text in a model or owner. */
  readonly value: string;
}

/** Which of the phones that adb lists a run uses: those named, or all for which every condition holds. */
export interface PhoneSelection {
  readonly serials: readonly string[];
  readonly conditions: readonly PhoneCondition[];
}

export const EVERY_PHONE: PhoneSelection = { serials: [], conditions: [] };

/** Just these phones. */
export function selectionOf(...serials: readonly string[]): PhoneSelection {
  return { serials, conditions: [] };
}

const VERSIONS: readonly PhoneFactName[] = ['miui', 'hyperos', 'android'];
const CONDITION = new RegExp(`^(${PHONE_FACTS.join('|')})\\s*(${COMPARISONS.join('|')})\\s*(.+)$`);
const SERIAL = /^[\w.:-]+$/;

const EXPECTED =
  `serials as \`adb devices\` shows them, or conditions on ${PHONE_FACTS.join(', ')} such as ` +
  'miui>=13 or region=global; separated by commas, each once, and not both kinds';

/** MI_PHONES. */
export const phoneSelection = z.string().transform((text, context): PhoneSelection => {
  const selection = parsePhoneSelection(text);
  if (selection !== undefined) return selection;
  context.addIssue(EXPECTED);
  return z.NEVER;
});

/** @returns `undefined` for what is no selection. */
export function parsePhoneSelection(text: string): PhoneSelection | undefined {
  const words = text.split(',').map((word) => word.trim());
  if (new Set(words).size !== words.length) return undefined;
  if (words.every((word) => SERIAL.test(word))) return { serials: words, conditions: [] };
  const conditions = words.map(parseCondition);
  return conditions.every((condition) => condition !== undefined)
    ? { serials: [], conditions }
    : undefined;
}

function parseCondition(word: string): PhoneCondition | undefined {
  const match = CONDITION.exec(word);
  if (match === null) return undefined;
  const [, fact, comparison, value] = match as unknown as [
    string,
    PhoneFactName,
    Comparison,
    string,
  ];
  if (VERSIONS.includes(fact)) {
    if (!/^\d+(\.\d+)*$/.test(value)) return undefined;
  } else if (comparison !== '=' || (fact === 'language' && !isLanguageTag(value))) {
    return undefined;
  }
  return { fact, comparison, value };
}

/** Of BCP 47. */
function isLanguageTag(text: string): boolean {
  try {
    return new Intl.Locale(text).language !== '';
  } catch {
    return false;
  }
}
