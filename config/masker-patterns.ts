/**
 * How digits are written apart: blanks of all kinds and the invisible marks that Android puts
 * around numbers, dashes, dots, brackets; the same URL-encoded, JSON-escaped or as an HTML entity;
 * `%s`, which is a blank for Android's `input text`, and `+`, which is one in a form. A line break
 * is none, or the end of one log line and the beginning of the next would make a number.
 */
const SEPARATOR = [
  String.raw`[^\S\r\n]`,
  String.raw`[\u200b-\u200f\u202a-\u202e\u2060-\u2069]`,
  String.raw`[-\u2010-\u2015\u2212_~./()+·]`,
  String.raw`%(?:20|2[8-9deDE]|2[bB]|C2%A0|c2%a0|s)`,
  String.raw`\\u(?:00a0|00A0|20[0-6][0-9a-fA-F])`,
  String.raw`&(?:nbsp|#160|#xa0|#xA0);`,
].join('|');
const SEPARATORS = `(?:${SEPARATOR}){0,3}`;

/**
 * What stands between digits that are sent key by key, as in WebDriver's `["3","1"]` or
 * `{"type":"keyDown","value":"3"},{"type":"keyUp","value":"3"}`: a quote, anything but digits, a quote.
 */
const QUOTE = String.raw`(?:\\?["']|&quot;)`;
const BETWEEN_KEYS = String.raw`${QUOTE}\P{Nd}{0,80}?${QUOTE}`;

/** A digit's forms: ASCII, full-width, Arabic, Persian, Devanagari. */
const ZEROS = [0x30, 0xff10, 0x0660, 0x06f0, 0x0966];

/** No digit before or after; the digits that end an escape such as `%20` are not the text's own. */
const NO_DIGIT_BEFORE = String.raw`(?<=^|\P{Nd}|%[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})`;
const NO_DIGIT_AFTER = String.raw`(?!\p{Nd})`;

const PLUS = String.raw`(?:\+|\uff0b|%2[bB]|\\u002[bB]|&#43;)`;

/**
 * Matches any of these digits where no further digit touches them: codes, and account ids. One pattern
 * for all, since a run may learn a hundred and its logs have megabytes.
 * @param secrets of those that begin at the same place the first one counts.
 */
export function standaloneDigits(secrets: readonly string[]): RegExp {
  const forms = secrets.flatMap((digits) => [writtenApart(digits), keyByKey(digits)]);
  // Most places of a text begin with no digit, and are passed over at once.
  const first = `(?=${anyDigit()})`;
  return new RegExp(`${first}${NO_DIGIT_BEFORE}(?:${forms.join('|')})${NO_DIGIT_AFTER}`, 'gmu');
}

/** Matches any of these words where it is no part of a longer one. */
export function standaloneWords(secrets: readonly string[]): RegExp {
  const literals = secrets.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const wordCharacter = String.raw`[\p{L}\p{Nd}]`;
  return new RegExp(`(?<!${wordCharacter})(?:${literals.join('|')})(?!${wordCharacter})`, 'gu');
}

/**
 * Matches a phone number with or without its country code, its international prefix and the `0`
 * that many countries dial before a national number.
 * @param bounded whether no further digit may touch it, which short numbers need.
 */
export function phoneNumberForms(countryCode: string, national: string, bounded: boolean): RegExp {
  const before = `(?:${NO_DIGIT_BEFORE}(?:(?:${PLUS}|00|011)${SEPARATORS})?${writtenApart(countryCode)}${SEPARATORS})?`;
  const trunk = String.raw`(?:${NO_DIGIT_BEFORE}\(?0\)?${SEPARATORS})?`;
  const plain = String.raw`${before}${trunk}\(?${writtenApart(national)}`;
  const keys = `(?:${keyByKey(countryCode)}${BETWEEN_KEYS})?${keyByKey(national)}`;
  const forms = `(?:${plain}|${keys})`;
  return new RegExp(bounded ? `${NO_DIGIT_BEFORE}${forms}${NO_DIGIT_AFTER}` : forms, 'gmu');
}

/** What begins like an international number. A time zone (`UTC+8 2025-…`) does not. */
export const INTERNATIONAL_START = new RegExp(`(?<!UTC|GMT)${PLUS}${SEPARATORS}(?=[1-9])`, 'gu');

/** The next digit of a number that is written apart; sticky. */
export const NEXT_DIGIT = new RegExp(`${SEPARATORS}([0-9])`, 'uy');

function writtenApart(digits: string): string {
  return [...digits].map(digitForms).join(SEPARATORS);
}

function keyByKey(digits: string): string {
  return [...digits]
    .map((digit) => `${digitForms(digit)}(?:${BETWEEN_KEYS}${digitForms(digit)})?`)
    .join(BETWEEN_KEYS);
}

function anyDigit(): string {
  return `[${ZEROS.map((zero) => `${String.fromCodePoint(zero)}-${String.fromCodePoint(zero + 9)}`).join('')}]`;
}

function digitForms(digit: string): string {
  return `[${ZEROS.map((zero) => String.fromCodePoint(zero + Number(digit))).join('')}]`;
}
