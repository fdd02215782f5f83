import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { INTERNATIONAL_START, NEXT_DIGIT } from './masker-patterns.ts';

/** Masks what begins with + and can be a phone number, registered or not. */
export function maskInternationalNumbers(text: string, label: string): string {
  let masked = '';
  let doneTo = 0;
  for (const start of text.matchAll(INTERNATIONAL_START)) {
    if (start.index < doneTo) continue;
    const end = phoneNumberEnd(text, start.index + start[0].length);
    if (end === undefined) continue;
    masked += text.slice(doneTo, start.index) + label;
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
