import { codeCandidates, looksLikeDate, type Candidate } from './candidates.ts';
import { isFromAccountService, namesAccount } from './issuer.ts';
import { SMS_LANGUAGES } from './languages.ts';
import type { SmsLanguage } from './languages/language.ts';
import { withoutAddresses, withoutOtherNumbers } from './noise.ts';
import { plainText } from './plain-text.ts';
import { wordsPattern } from './words.ts';

export interface SmsText {
  /** Number or name; Xiaomi sends under either. Empty when it is not known. */
  sender: string;
  body: string;
  /** BCP 47, of the phone; its words are looked for first. */
  language?: string;
}

interface Vocabulary {
  names: RegExp;
  words: RegExp;
}

const BY_LANGUAGE = new Map(SMS_LANGUAGES.map((rules) => [rules.language, vocabulary([rules])]));
const ALL_LANGUAGES = vocabulary(SMS_LANGUAGES);

/** Longer than any SMS with a code; it bounds the time that one takes. */
const MAX_LENGTH = 2_000;
/** How far from its code a keyword may stand, in characters and in ends of sentences between. */
const NAME_REACH = { distance: 60, sentences: 1 };
const WORD_REACH = { distance: 60, sentences: 0 };
/** The end of a sentence is worth this many characters. */
const SENTENCE_COST = 30;
/** A word that only may mean a code loses against a name that is as near. */
const WORD_COST = 5;
/** A code may look like a year, but another number nearby is more likely one. */
const DATE_COST = 1000;
/** `code:` and a new line are one sentence. */
const SENTENCE_END = /[.!?;](?=\s|$)|[。؟।]|(?<![:\n] ?)\n/g;

/**
 * Finds the code in an SMS of Xiaomi's account service; `issuer.ts` says which ones are. It is the
 * number of 4, 6 or 8 digits, in any of the scripts that the languages use, also in groups, that
 * stands nearest to a word for it once `noise.ts` has taken away the numbers that are something else.
 * Takes linear time.
 * @returns ASCII digits; `undefined` for every other SMS, a bank's code included.
 */
export function parseSmsCode({ sender, body, language }: SmsText): string | undefined {
  if (body.length > MAX_LENGTH || !/\p{Nd}/u.test(body)) return undefined;
  const plain = plainText(body);
  // One character may stand for a whole phrase.
  if (plain.length > MAX_LENGTH) return undefined;
  const text = withoutAddresses(plain);
  if (!isFromAccountService(plainText(sender), text)) return undefined;
  const rest = withoutOtherNumbers(text);
  const candidates = codeCandidates(rest);
  // Where the account is named a number has fewer other meanings.
  const wordReach = namesAccount(text) ? NAME_REACH : WORD_REACH;
  const preferred = BY_LANGUAGE.get(language?.split(/[-_]/)[0] ?? '');
  const vocabularies = preferred === undefined ? [ALL_LANGUAGES] : [preferred, ALL_LANGUAGES];
  for (const { names, words } of vocabularies) {
    const code = nearest(rest, candidates, [
      { spans: spans(rest, names), reach: NAME_REACH, cost: 0 },
      { spans: spans(rest, words), reach: wordReach, cost: WORD_COST },
    ]);
    if (code !== undefined) return code;
  }
  return undefined;
}

function vocabulary(languages: readonly SmsLanguage[]): Vocabulary {
  return {
    names: wordsPattern(languages.flatMap(({ codeNames }) => codeNames)),
    words: wordsPattern(languages.flatMap(({ codeWords }) => codeWords)),
  };
}

interface Span {
  from: number;
  to: number;
}

interface Keywords {
  spans: readonly Span[];
  reach: { distance: number; sentences: number };
  cost: number;
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
  }));
}

/** The candidate nearest to a keyword; of two equally near ones the one that follows it. */
function nearest(
  text: string,
  candidates: readonly Candidate[],
  kinds: readonly Keywords[],
): string | undefined {
  let best: { digits: string; cost: number } | undefined;
  for (const keywords of kinds) {
    let following = 0;
    for (const { digits, from, to } of candidates) {
      while ((keywords.spans[following]?.from ?? Infinity) < to) following++;
      const before = keywords.spans[following - 1];
      const after = keywords.spans[following];
      const costs = [
        before ? distance(text, before.to, from, keywords.reach) : Infinity,
        after ? distance(text, to, after.from, keywords.reach) + 0.5 : Infinity,
      ];
      const cost = Math.min(...costs) + keywords.cost + (looksLikeDate(digits) ? DATE_COST : 0);
      if (cost < (best?.cost ?? Infinity)) best = { digits, cost };
    }
  }
  return best?.digits;
}

/** What lies between two places, in characters; Infinity when they are out of reach. */
function distance(text: string, from: number, to: number, reach: Keywords['reach']): number {
  if (to - from > reach.distance) return Infinity;
  const sentences = [...text.slice(from, to).matchAll(SENTENCE_END)].length;
  return sentences > reach.sentences ? Infinity : to - from + sentences * SENTENCE_COST;
}
