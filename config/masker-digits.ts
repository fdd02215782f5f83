import {
  digitValue,
  isQuoteStart,
  nextDigitApart,
  nextDigitKey,
  noDigitAfter,
  noDigitBefore,
} from './masker-patterns.ts';
import { replaceFound } from './masker-replace.ts';
import { TrieNode } from './masker-trie.ts';

/** A number's entry, and where in a text the number ends. */
export interface DigitMatch<T> {
  readonly entry: T;
  readonly end: number;
  /** Whether it is sent key by key. */
  readonly typed: boolean;
}

const NONE: readonly never[] = [];

/** Finds many digit strings at once in all forms of writing them. */
export class DigitTrie<T> {
  readonly #root = new TrieNode<T>();

  /** @param digits ASCII digits; without any, nothing is added. */
  add(digits: string, entry: T): void {
    if (digits !== '') this.#root.add(Array.from(digits, Number), entry);
  }

  /**
   * The numbers that begin at a place of the text, whatever touches them. One that is sent key by
   * key may have several ends, the nearest first: a key that is told twice is one digit or two.
   */
  matchesAt(text: string, at: number): readonly DigitMatch<T>[] {
    const first = this.#root.next[digitValue(text.charCodeAt(at))];
    if (first === undefined) return NONE;
    let matches: DigitMatch<T>[] | undefined;
    let node = first;
    let end = at + 1;
    for (;;) {
      for (const entry of node.entries) (matches ??= []).push({ entry, end, typed: false });
      const digitAt = nextDigitApart(text, end);
      if (digitAt === -1) break;
      const child = node.next[digitValue(text.charCodeAt(digitAt))];
      if (child === undefined) break;
      node = child;
      end = digitAt + 1;
    }
    if (!isQuoteStart(text.charCodeAt(at + 1))) return matches ?? NONE;
    return [...(matches ?? NONE), ...typedMatches(first, text, at)];
  }
}

/** The numbers of two digits and more that begin with the key at `at`. */
function typedMatches<T>(first: TrieNode<T>, text: string, at: number): DigitMatch<T>[] {
  const matches: DigitMatch<T>[] = [];
  let digit = digitValue(text.charCodeAt(at));
  // Where the numbers may have come to: their last digit told once, or twice as key down and key up.
  let once = [first];
  let twice: TrieNode<T>[] = [];
  for (
    let keyAt = nextDigitKey(text, at + 1);
    keyAt !== -1;
    keyAt = nextDigitKey(text, keyAt + 1)
  ) {
    const next = digitValue(text.charCodeAt(keyAt));
    const before = new Set([...once, ...twice]);
    twice = next === digit ? once : [];
    once = [...before].flatMap((node) => node.next[next] ?? []);
    if (once.length + twice.length === 0) break;
    digit = next;
    for (const node of new Set([...once, ...twice])) {
      if (node === first) continue;
      for (const entry of node.entries) matches.push({ entry, end: keyAt + 1, typed: true });
    }
  }
  return matches;
}

/** Masks digits where no further digit touches them: codes, and account ids. */
export class StandaloneDigits {
  readonly #trie = new DigitTrie<Rank>();
  #size = 0;

  /** @param digits ASCII digits; each at most once. */
  add(digits: string): void {
    this.#trie.add(digits, { length: digits.length, order: this.#size });
    this.#size += 1;
  }

  /** Of secrets that begin at the same place the longest counts: a code may be a part of another. */
  mask(text: string, label: string): string {
    if (this.#size === 0) return text;
    return replaceFound(text, label, (at) => this.#endAt(text, at));
  }

  #endAt(text: string, at: number): number | undefined {
    if (digitValue(text.charCodeAt(at)) === -1 || !noDigitBefore(text, at)) return undefined;
    let best: DigitMatch<Rank> | undefined;
    for (const match of this.#trie.matchesAt(text, at)) {
      if (!noDigitAfter(text, match.end)) continue;
      if (best === undefined || outranks(match.entry, best.entry)) best = match;
    }
    return best?.end;
  }
}

interface Rank {
  readonly length: number;
  readonly order: number;
}

/** Whether a match replaces an earlier one; of the same secret's the farthest end counts. */
function outranks(a: Rank, b: Rank): boolean {
  return a.length > b.length || (a.length === b.length && a.order <= b.order);
}
