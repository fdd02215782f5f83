import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import {
  INTERNATIONAL_START,
  NEXT_DIGIT,
  phoneNumberForms,
  standaloneDigits,
  standaloneWords,
} from './masker-patterns.ts';
import type { SecretKind } from './progress.ts';

/** No digits and no characters that JSON, XML or HTML would escape: masked text stays well formed. */
const LABELS: Record<SecretKind, string> = {
  number: '[masked number]',
  code: '[masked code]',
  'account-id': '[masked account]',
  password: '[masked password]',
};

/** Shorter numbers are masked between non-digits only, or they would hit timestamps and sizes. */
const MIN_DISTINCTIVE_DIGITS = 8;

/** What somebody typed for a code may be a letter or two, and masking those would spoil every text. */
const MIN_CODE_LENGTH = 3;

interface Secret {
  kind: SecretKind;
  value: string;
}

interface Rule {
  pattern: RegExp;
  label: string;
}

/**
 * Replaces phone numbers, codes and account ids in text that is going to be kept. Registered
 * secrets are found in every usual way of writing them: spaced, bracketed, URL-encoded, typed key
 * by key; phone numbers that begin with + are found without being registered.
 */
export class Masker {
  #secrets: Secret[] = [];
  /** Made of the secrets when a text is masked; numbers before everything else. */
  #rules: { numbers: readonly Rule[]; others: readonly Rule[] } | undefined;

  /** @param e164 a phone number such as `+12015550123`. */
  addPhoneNumber(e164: string): void {
    this.addSecret(e164, 'number');
  }

  /** Registers a secret learnt during the run. Registering it twice changes nothing. */
  addSecret(text: string, kind: SecretKind): void {
    const value = text.trim();
    if (value === '' || (kind === 'code' && value.length < MIN_CODE_LENGTH)) return;
    if (this.#secrets.some((known) => known.value === value)) return;
    this.#secrets.push({ kind, value });
    this.#rules = undefined;
    // Longest first: a code must not cut a number, that contains it, in two.
    this.#secrets.sort((a, b) => b.value.length - a.value.length);
  }

  /** @returns the text without secrets; masking it again changes nothing. */
  mask(text: string): string {
    const { numbers, others } = (this.#rules ??= rulesFor(this.#secrets));
    return applied(others, maskInternationalNumbers(applied(numbers, text)));
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

function applied(rules: readonly Rule[], text: string): string {
  return rules.reduce((masked, { pattern, label }) => masked.replace(pattern, label), text);
}

/** @param secrets the longest first. */
function rulesFor(secrets: readonly Secret[]): { numbers: Rule[]; others: Rule[] } {
  const valuesOf = (kind: SecretKind) =>
    secrets.flatMap((secret) => (secret.kind === kind ? [secret.value] : []));
  const others = (['password', 'account-id', 'code'] as const).flatMap((kind) => {
    const values = valuesOf(kind);
    const digits = values.filter((value) => /^\d+$/.test(value));
    const words = values.filter((value) => !/^\d+$/.test(value));
    return [
      ...(digits.length === 0 ? [] : [{ pattern: standaloneDigits(digits), label: LABELS[kind] }]),
      ...(words.length === 0 ? [] : [{ pattern: standaloneWords(words), label: LABELS[kind] }]),
    ];
  });
  const numbers = valuesOf('number').map((value) => ({
    pattern: numberPattern(value),
    label: LABELS.number,
  }));
  return { numbers, others };
}

function numberPattern(value: string): RegExp {
  const parsed = parsePhoneNumberFromString(value);
  const national = parsed?.nationalNumber ?? value.replace(/\D/g, '');
  const bounded = national.length < MIN_DISTINCTIVE_DIGITS;
  return parsed === undefined
    ? standaloneDigits([national])
    : phoneNumberForms(parsed.countryCallingCode, national, bounded);
}

/** Masks what begins with + and can be a phone number, registered or not. */
function maskInternationalNumbers(text: string): string {
  let masked = '';
  let doneTo = 0;
  for (const start of text.matchAll(INTERNATIONAL_START)) {
    if (start.index < doneTo) continue;
    const end = phoneNumberEnd(text, start.index + start[0].length);
    if (end === undefined) continue;
    masked += text.slice(doneTo, start.index) + LABELS.number;
    doneTo = end;
  }
  return masked + text.slice(doneTo);
}

/** E.164: at most 15 digits; the shortest international numbers in use have 7. */
const MAX_DIGITS = 15;
const MIN_DIGITS = 7;

/**
 * Where the phone number ends, whose first digit is at `from`. Digits that follow it may belong to
 * something else, so an end that makes a valid number wins over one that makes a possible number,
 * an end between digits loses against one after the last of a run, and then the longest wins.
 */
function phoneNumberEnd(text: string, from: number): number | undefined {
  let digits = '';
  let best: { end: number; rank: number } | undefined;
  NEXT_DIGIT.lastIndex = from;
  for (let next = NEXT_DIGIT.exec(text); next !== null; next = NEXT_DIGIT.exec(text)) {
    digits += next[1];
    if (digits.length > MAX_DIGITS) break;
    const number = parsePhoneNumberFromString(`+${digits}`);
    if (digits.length < MIN_DIGITS || !number?.isPossible()) continue;
    const end = NEXT_DIGIT.lastIndex;
    const rank = (number.isValid() ? 2 : 0) + (/[0-9]/.test(text.charAt(end)) ? 0 : 1);
    if (rank >= (best?.rank ?? 0)) best = { end, rank };
  }
  return best?.end;
}
