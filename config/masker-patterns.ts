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
 * Matches what is a part of a phone number before its national number, at a text's end: the
 * country code, the international prefix, the `0` that many countries dial, a bracket, or nothing.
 * @param bounded whether no further digit may touch it, which short numbers need.
 */
export function numberPrefix(countryCode: string, bounded: boolean): RegExp {
  const code = [...countryCode].map(digitForms).join(SEPARATORS);
  const before = `(?:${NO_DIGIT_BEFORE}(?:(?:${PLUS}|00|011)${SEPARATORS})?${code}${SEPARATORS})?`;
  const trunk = String.raw`(?:${NO_DIGIT_BEFORE}\(?0\)?${SEPARATORS})?`;
  return new RegExp(String.raw`${bounded ? NO_DIGIT_BEFORE : ''}${before}${trunk}\(?$`, 'gu');
}

/**
 * The most that {@link numberPrefix} takes: a plus, a country code of three digits, a `0` in
 * brackets, a bracket, and three separators of six characters in each of the five gaps.
 */
export const MAX_PREFIX_LENGTH = 6 + 3 + 3 + 1 + 5 * 18;

/** What begins like an international number. A time zone (`UTC+8 2025-…`) does not. */
export const INTERNATIONAL_START = new RegExp(`(?<!UTC|GMT)${PLUS}${SEPARATORS}(?=[1-9])`, 'gu');

/** The next digit of a number that is written apart; sticky. */
export const NEXT_DIGIT = new RegExp(`${SEPARATORS}([0-9])`, 'uy');

const ANY_DIGIT = `[${ZEROS.map((zero) => `${String.fromCodePoint(zero)}-${String.fromCodePoint(zero + 9)}`).join('')}]`;
const GAP_TO_DIGIT = new RegExp(`(?:${SEPARATOR}){1,3}(?=${ANY_DIGIT})`, 'uy');
const GAP_TO_KEY = new RegExp(`${BETWEEN_KEYS}(?=${ANY_DIGIT})`, 'uy');
const DIGIT_BEFORE_IS_NONE = new RegExp(NO_DIGIT_BEFORE, 'uy');
const DIGIT_AFTER_IS_NONE = new RegExp(NO_DIGIT_AFTER, 'uy');

/** The characters below U+0080 that begin a separator. */
const SEPARATOR_STARTS = codesOf('\t\v\f -_~./()+%\\&');
const QUOTE_STARTS = codesOf('"\'\\&');
/** What is three characters before what follows an escape such as `%20`, or `\x20`. */
const ESCAPE_STARTS = codesOf('%x');
const QUOTE_ENDS = codesOf('"\';');
/** Two quotes of six characters, and 80 characters of two code units each. */
const MAX_GAP_LENGTH = 6 + 160 + 6;

/** @returns the value of the digit that a UTF-16 code unit is, or -1. */
export function digitValue(code: number): number {
  if (code < 0x80) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  const zero = code < 0x660 ? undefined : ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? -1 : code - zero;
}

/** @returns the place of the next digit of a number that is written apart, or -1. */
export function nextDigitApart(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (digitValue(code) !== -1) return from;
  if (code < 0x80 && SEPARATOR_STARTS[code] !== true) return -1;
  return endOf(GAP_TO_DIGIT, text, from);
}

/** Whether a digit before this code unit may be one of those that are sent key by key. */
export function isQuoteStart(code: number): boolean {
  return QUOTE_STARTS[code] === true;
}

/** @returns the place of the next digit that is sent key by key, or -1. */
export function nextDigitKey(text: string, from: number): number {
  if (!isQuoteStart(text.charCodeAt(from))) return -1;
  // Most quotes are of something else, and the pattern would try every length of what is between.
  const last = Math.min(text.length, from + MAX_GAP_LENGTH + 1);
  let to = from;
  while (to < last && !isDigitOrForeign(text.charCodeAt(to))) to += 1;
  if (to === last) return -1;
  const foreign = text.charCodeAt(to) >= 0x80;
  if (!foreign && QUOTE_ENDS[text.charCodeAt(to - 1)] !== true) return -1;
  return endOf(GAP_TO_KEY, text, from);
}

/** Whether no digit of the text's own is before a digit. */
export function noDigitBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  if (code < 0x80) {
    if (digitValue(code) === -1) return true;
    // The pattern would be tried within every long number.
    const isEscape =
      ESCAPE_STARTS[text.charCodeAt(at - 3)] === true || text.charCodeAt(at - 5) === 0x75;
    if (!isEscape) return false;
  }
  return endOf(DIGIT_BEFORE_IS_NONE, text, at) !== -1;
}

/** Whether no digit follows. */
export function noDigitAfter(text: string, at: number): boolean {
  return endOf(DIGIT_AFTER_IS_NONE, text, at) !== -1;
}

function isDigitOrForeign(code: number): boolean {
  return code >= 0x80 || digitValue(code) !== -1;
}

function endOf(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from;
  return sticky.test(text) ? sticky.lastIndex : -1;
}

/** A table by code unit. */
function codesOf(characters: string): readonly boolean[] {
  return Array.from({ length: 0x80 }, (_, code) => characters.includes(String.fromCharCode(code)));
}

function digitForms(digit: string): string {
  return `[${ZEROS.map((zero) => String.fromCodePoint(zero + Number(digit))).join('')}]`;
}
