import { replaceFound } from './masker-replace.ts';
import { TrieNode } from './masker-trie.ts';

/** Sticky: no letter or digit before, and none after. Chinese is written without gaps between words. */
const WORD_START = /(?<!(?!\p{Script=Han})[\p{L}\p{Nd}])/uy;
const WORD_END = /(?!(?!\p{Script=Han})[\p{L}\p{Nd}])/uy;

/** Masks words where they are no part of a longer one: passwords, and codes of letters. */
export class StandaloneWords {
  readonly #root = new TrieNode<true>();
  #size = 0;

  /** @param word of any characters, at least one. */
  add(word: string): void {
    this.#root.add(codeUnits(word), true);
    this.#size += 1;
  }

  /** Of words that begin at the same place the longest counts. */
  mask(text: string, label: string): string {
    if (this.#size === 0) return text;
    return replaceFound(text, label, (at) => this.#endAt(text, at));
  }

  #endAt(text: string, at: number): number | undefined {
    let node = this.#root.next[text.charCodeAt(at)];
    let end: number | undefined;
    for (let to = at + 1; node !== undefined; to += 1) {
      if (node.entries.length > 0 && holdsAt(WORD_END, text, to)) end = to;
      node = to < text.length ? node.next[text.charCodeAt(to)] : undefined;
    }
    return end !== undefined && holdsAt(WORD_START, text, at) ? end : undefined;
  }
}

function holdsAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

function codeUnits(word: string): number[] {
  return Array.from({ length: word.length }, (_, index) => word.charCodeAt(index));
}
