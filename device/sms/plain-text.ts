/** What is not seen: direction marks, zero-width characters, soft hyphens, variation selectors. */
const INVISIBLE = /[\p{Cf}\uFE00-\uFE0F]/gu;
/** Accents, Arabic vowel marks; in other scripts such marks make other letters. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Arabic}])\p{Mn}+/gu;
/** Arabic, Persian and Hindi digits, each row from 0. */
const FOREIGN_DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';
/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = { đ: 'd', Đ: 'D', ı: 'i', '’': "'" };

/**
 * Brings a message into the one form that patterns have to know: Latin digits, plain hyphens and
 * spaces, no accents (senders leave them out to save money), nothing invisible. Lines stay lines.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(ACCENTS, '')
    .replace(/[٠-٩۰-۹०-९]/g, (digit) => String(FOREIGN_DIGITS.indexOf(digit) % 10))
    .replace(/[đĐı’]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .normalize('NFC')
    .trim();
}
