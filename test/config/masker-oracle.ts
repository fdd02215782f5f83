// What a masker of one pattern for each secret would mask: slow, and simple to read.

const ZEROS = [0x30, 0xff10, 0x0660, 0x06f0, 0x0966];
const SEPARATORS = String.raw`(?:[^\S\r\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069]|[-\u2010-\u2015\u2212_~./()+·]|%(?:20|2[8-9deDE]|2[bB]|C2%A0|c2%a0|s)|\\u(?:00a0|00A0|20[0-6][0-9a-fA-F])|&(?:nbsp|#160|#xa0|#xA0);){0,3}`;
const QUOTE = String.raw`(?:\\?["']|&quot;)`;
const BETWEEN_KEYS = String.raw`${QUOTE}\P{Nd}{0,80}?${QUOTE}`;
const BEFORE = String.raw`(?<=^|\P{Nd}|%[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})`;
const AFTER = String.raw`(?!\p{Nd})`;
const PLUS = String.raw`(?:\+|\uff0b|%2[bB]|\\u002[bB]|&#43;)`;

/** @param secrets the longest first. */
export function standaloneDigits(secrets: readonly string[]): RegExp {
  const forms = secrets.flatMap((digits) => [apart(digits), typed(digits)]);
  return new RegExp(`${BEFORE}(?:${forms.join('|')})${AFTER}`, 'gu');
}

export function phoneNumber(countryCode: string, national: string, bounded: boolean): RegExp {
  const before = `(?:${BEFORE}(?:(?:${PLUS}|00|011)${SEPARATORS})?${apart(countryCode)}${SEPARATORS})?`;
  const trunk = String.raw`(?:${BEFORE}\(?0\)?${SEPARATORS})?`;
  const keys = `(?:${typed(countryCode)}${BETWEEN_KEYS})?${typed(national)}`;
  const forms = String.raw`(?:${before}${trunk}\(?${apart(national)}|${keys})`;
  return new RegExp(bounded ? `${BEFORE}${forms}${AFTER}` : forms, 'gu');
}

function apart(digits: string): string {
  return [...digits].map(digitForms).join(SEPARATORS);
}

function typed(digits: string): string {
  return [...digits]
    .map((digit) => `${digitForms(digit)}(?:${BETWEEN_KEYS}${digitForms(digit)})?`)
    .join(BETWEEN_KEYS);
}

function digitForms(digit: string): string {
  return `[${ZEROS.map((zero) => String.fromCodePoint(zero + Number(digit))).join('')}]`;
}
