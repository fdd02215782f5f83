import { plainText } from './plain-text.ts';

/**
 * Letters that a word could go on with. Chinese is written without spaces, and other words stand in
 * it as they are: `您的OTP为`.
 */
const LETTER = String.raw`(?!\p{Script=Han})[\p{L}\p{M}]`;
const HAN = /^(?:\(\?:|\[)?\p{Script=Han}/u;

/** The source of a pattern for any of these words, as whole words in plain text. */
export function wordsSource(words: readonly string[]): string {
  const plain = words.map(plainText);
  const han = plain.filter((word) => HAN.test(word));
  const others = plain.filter((word) => !HAN.test(word));
  const whole = `(?<!${LETTER})(?:${others.join('|')})(?!${LETTER})`;
  return `(?:${[...han, ...(others.length > 0 ? [whole] : [])].join('|')})`;
}

/** A pattern for all places where any of these words stands, as a whole word, in plain text. */
export function wordsPattern(words: readonly string[]): RegExp {
  return new RegExp(wordsSource(words), 'giu');
}
