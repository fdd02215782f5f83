/** A number that has the shape of a code. */
export interface Candidate {
  /** In ASCII digits, without what separates them. */
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Numbers as they are written, with what joins their parts. */
const NUMBER = /\d+(?:[ .,:/-]\d+)*/g;
/** What does not stand beside a code but inside a word, a phone number or an identifier. */
const JOINED_BEFORE = /[A-Za-z+/=\\]$/;
const JOINED_AFTER = /^[A-Za-z+/=\\]/;

/** One run, halves (`318 204`), or single digits. */
const CODE = /^(?:\d{4}|\d{6}|\d{8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4})$/;
const SINGLE_DIGITS = /^\d(?:( |-)\d)(?:\1\d){2}(?:(?:\1\d){2}){0,2}$/;
/** Pairs have spaces: with hyphens they are dates and ranges. */
const PAIRS = /^\d{2} \d{2}(?: \d{2}){0,2}$/;
/** A code beside a small number that belongs to another word: `Xiaomi 13 318204`. */
const BESIDE_SMALL_NUMBER = /^(?:\d{1,2} )?(\d{6}|\d{8})(?: \d{1,2})?$/;

/**
 * Finds the numbers that could be a code: 4, 6 or 8 digits, as the account app's own receiver takes
 * them.
 */
export function codeCandidates(text: string): Candidate[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: written, index }) => {
    const end = index + written.length;
    if (JOINED_BEFORE.test(text.slice(Math.max(0, index - 1), index))) return [];
    if (JOINED_AFTER.test(text.slice(end, end + 1))) return [];
    // Longer than the longest way to write eight digits.
    if (written.length > 16) return [];
    const beside = BESIDE_SMALL_NUMBER.exec(written)?.[1];
    if (beside !== undefined) {
      const from = index + written.indexOf(beside);
      return [{ digits: beside, from, to: from + beside.length }];
    }
    const isCode = CODE.test(written) || SINGLE_DIGITS.test(written) || PAIRS.test(written);
    return isCode ? [{ digits: written.replace(/\D/g, ''), from: index, to: end }] : [];
  });
}

/** A year, two of them, or a date without separators. */
const DATE = /^(?:19|20)\d{2}(?:(?:19|20)\d{2}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?$/;

/** Whether a code could as well be a date. */
export function looksLikeDate(digits: string): boolean {
  return DATE.test(digits);
}
