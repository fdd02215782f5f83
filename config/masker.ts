import { StandaloneDigits } from './masker-digits.ts';
import { maskInternationalNumbers } from './masker-international.ts';
import { PhoneNumbers } from './masker-numbers.ts';
import { StandaloneWords } from './masker-words.ts';
import type { SecretKind } from './progress.ts';

/** No digits and no characters that JSON, XML or HTML would escape: masked text stays well formed. */
const LABELS: Record<SecretKind, string> = {
  number: '[masked number]',
  code: '[masked code]',
  'account-id': '[masked account]',
  password: '[masked password]',
  name: '[masked name]',
};

/** What somebody typed for a code may be a letter or two, and masking those would spoil every text. */
const MIN_LENGTH: Partial<Record<SecretKind, number>> = { code: 3, name: 2 };

/**
 * Replaces phone numbers, codes, account ids and names in text that is going to be kept. Registered
 * numbers are found in every usual way of writing them: spaced, bracketed, URL-encoded, typed key
 * by key; registered words as they are, URL-encoded, and typed key by key. Phone numbers that begin with +
 * are found without being registered.
 */
export class Masker {
  readonly #known = new Set<string>();
  readonly #numbers = new PhoneNumbers(LABELS.number);
  /** In the order in which they are masked. */
  readonly #others = (['password', 'account-id', 'name', 'code'] as const).map((kind) => ({
    kind,
    digits: new StandaloneDigits(),
    words: new StandaloneWords(),
  }));

  /** @param e164 a phone number such as `+12015550123`. */
  addPhoneNumber(e164: string): void {
    this.addSecret(e164, 'number');
  }

  /** Registers a secret learnt during the run. Registering it twice changes nothing. */
  addSecret(text: string, kind: SecretKind): void {
    const value = text.trim();
    if (value === '' || value.length < (MIN_LENGTH[kind] ?? 1)) return;
    if (this.#known.has(value)) return;
    this.#known.add(value);
    if (kind === 'number') this.#numbers.add(value);
    const other = this.#others.find((candidate) => candidate.kind === kind);
    if (/^\d+$/.test(value)) other?.digits.add(value);
    else for (const written of writings(value)) other?.words.add(written);
  }

  /** @returns the text without secrets; masking it again changes nothing. */
  mask(text: string): string {
    // Numbers come first: a code must not cut a number, that contains it, in two.
    const withoutNumbers = maskInternationalNumbers(this.#numbers.mask(text), LABELS.number);
    return this.#others.reduce(
      (masked, { kind, digits, words }) =>
        words.mask(digits.mask(masked, LABELS[kind]), LABELS[kind]),
      withoutNumbers,
    );
  }

  /**
   * Masks the strings of a JSON text, keys too. A number that is a secret becomes 0: a label would
   * leave no JSON.
   * @throws SyntaxError when the text is no JSON.
   */
  maskJson(text: string): string {
    return JSON.stringify(this.#maskValue(JSON.parse(text)));
  }

  #maskValue(value: unknown): unknown {
    if (typeof value === 'string') return this.mask(value);
    if (typeof value === 'number') return this.mask(String(value)) === String(value) ? value : 0;
    if (Array.isArray(value)) return value.map((item) => this.#maskValue(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [this.mask(key), this.#maskValue(item)]),
    );
  }
}

/** How a word may be written: as it is, URL-encoded, and typed key by key, `"a","b"`. */
function writings(word: string): Set<string> {
  const keys = Array.from(word, (key) => JSON.stringify(key)).join(',');
  return new Set([word, encodeURIComponent(word), keys, keys.replaceAll('"', String.raw`\"`)]);
}
