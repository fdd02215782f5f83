import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { DigitTrie } from './masker-digits.ts';
import {
  digitValue,
  MAX_PREFIX_LENGTH,
  noDigitAfter,
  noDigitBefore,
  numberPrefix,
} from './masker-patterns.ts';

/** Shorter numbers are masked between non-digits only, or they would hit timestamps and sizes. */
const MIN_DISTINCTIVE_DIGITS = 8;

/** What the conditions at a match's ends look at: an escape, or half a character. */
const LOOK_AROUND_LENGTH = 8;

interface PhoneNumber {
  readonly value: string;
  readonly order: number;
  readonly bounded: boolean;
  /** Absent where the value is no valid way of writing a phone number. */
  readonly prefix: RegExp | undefined;
}

interface Entry {
  readonly number: PhoneNumber;
  readonly withCountryCode: boolean;
}

/** A place where a number's digits are, and from where it is masked. */
interface Place extends Entry {
  readonly at: number;
  readonly end: number;
  readonly typed: boolean;
}

/** A piece of text that has numbers. */
interface Piece {
  readonly start: number;
  end: number;
  readonly numbers: Set<PhoneNumber>;
}

/**
 * Masks registered phone numbers. All are looked for at once by their digits; only where one is
 * found it is looked at what before it belongs to it: a country code, a prefix, a bracket.
 */
export class PhoneNumbers {
  readonly #trie = new DigitTrie<Entry>();
  /** By country code; numbers share them, since they cost a thousand times more than a number. */
  readonly #prefixes = new Map<string, RegExp>();
  readonly #label: string;
  #size = 0;

  constructor(label: string) {
    this.#label = label;
  }

  /** @param value a phone number such as `+12015550123`, or digits that are none; each at most once. */
  add(value: string): void {
    const order = this.#size;
    this.#size += 1;
    const parsed = parsePhoneNumberFromString(value);
    const national = parsed?.nationalNumber ?? value.replace(/\D/g, '');
    const countryCode = parsed?.countryCallingCode;
    const bounded = countryCode === undefined || national.length < MIN_DISTINCTIVE_DIGITS;
    const prefix = countryCode === undefined ? undefined : this.#prefixOf(countryCode, bounded);
    const number = { value, order, bounded, prefix };
    this.#trie.add(national, { number, withCountryCode: false });
    // Sent key by key, the country code may be far from the number.
    if (countryCode !== undefined) {
      this.#trie.add(countryCode + national, { number, withCountryCode: true });
    }
  }

  /** Numbers that share digits are masked the longest first. */
  mask(text: string): string {
    if (this.#size === 0) return text;
    let masked = '';
    let doneTo = 0;
    for (const { start, end, numbers } of this.#pieces(text)) {
      masked += text.slice(doneTo, start);
      masked += [...numbers]
        .sort((a, b) => b.value.length - a.value.length || a.order - b.order)
        .reduce((piece, number) => this.#maskNumber(piece, number), text.slice(start, end));
      doneTo = end;
    }
    return doneTo === 0 ? text : masked + text.slice(doneTo);
  }

  #prefixOf(countryCode: string, bounded: boolean): RegExp {
    const key = `${countryCode} ${bounded}`;
    const prefix = this.#prefixes.get(key) ?? numberPrefix(countryCode, bounded);
    this.#prefixes.set(key, prefix);
    return prefix;
  }

  /** Nothing that is masked, nor what that depends on, goes beyond a piece. */
  #pieces(text: string): Piece[] {
    const pieces: Piece[] = [];
    let last: Piece | undefined;
    let lineStart = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x0a) lineStart = at + 1;
      if (digitValue(code) === -1) continue;
      for (const { entry, end } of this.#trie.matchesAt(text, at)) {
        // No number goes on in the next line, save one that is sent key by key.
        const start = Math.max(lineStart, at - MAX_PREFIX_LENGTH - LOOK_AROUND_LENGTH);
        if (last === undefined || start >= last.end) {
          last = { start, end, numbers: new Set() };
          pieces.push(last);
        }
        last.end = Math.max(last.end, endOfPiece(text, end));
        last.numbers.add(entry.number);
      }
    }
    return pieces;
  }

  #maskNumber(text: string, number: PhoneNumber): string {
    const places = this.#placesOf(text, number);
    let masked = '';
    let doneTo = 0;
    for (let next = firstMasked(text, places, 0); next; next = firstMasked(text, places, doneTo)) {
      masked += text.slice(doneTo, next.start) + this.#label;
      doneTo = next.place.end;
    }
    return masked + text.slice(doneTo);
  }

  #placesOf(text: string, number: PhoneNumber): Place[] {
    const places: Place[] = [];
    for (let at = 0; at < text.length; at += 1) {
      for (const { entry, end, typed } of this.#trie.matchesAt(text, at)) {
        if (entry.number === number) places.push({ ...entry, at, end, typed });
      }
    }
    return places;
  }
}

function endOfPiece(text: string, end: number): number {
  const after = text.slice(end, end + LOOK_AROUND_LENGTH);
  const lineEnd = after.indexOf('\n');
  return end + (lineEnd === -1 ? after.length : lineEnd);
}

interface Masked {
  readonly start: number;
  readonly place: Place;
}

/** What is masked first from `from` on: what begins first, and then what is preferred. */
function firstMasked(text: string, places: readonly Place[], from: number): Masked | undefined {
  let best: Masked | undefined;
  for (const place of places) {
    if (place.at < from) continue;
    if (best !== undefined && place.at - MAX_PREFIX_LENGTH > best.start) break;
    const start = startOf(text, place, from);
    if (start === undefined) continue;
    const isFirst = best === undefined || start < best.start;
    if (isFirst || (start === best?.start && preference(place) >= preference(best.place))) {
      best = { start, place };
    }
  }
  return best;
}

/** Of those alike the last counts: it has the longer prefix, or more of the keys. */
function preference({ typed, withCountryCode }: Place): number {
  if (!typed) return 2;
  return withCountryCode ? 1 : 0;
}

/** @returns where a number begins with all that belongs to it; undefined where it is none. */
function startOf(text: string, place: Place, from: number): number | undefined {
  const { at, end, typed, withCountryCode, number } = place;
  if (number.bounded && !noDigitAfter(text, end)) return undefined;
  if (typed || number.prefix === undefined) {
    return number.bounded && !noDigitBefore(text, at) ? undefined : at;
  }
  // Where the country code is written before it, the national number is found by itself as well.
  if (withCountryCode) return undefined;
  const base = Math.max(0, at - MAX_PREFIX_LENGTH - LOOK_AROUND_LENGTH);
  number.prefix.lastIndex = Math.max(0, from - base);
  const found = number.prefix.exec(text.slice(base, at));
  return found === null ? undefined : base + found.index;
}
