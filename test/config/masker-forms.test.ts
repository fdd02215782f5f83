import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { StandaloneDigits } from '../../config/masker-digits.ts';
import { PhoneNumbers } from '../../config/masker-numbers.ts';
import { StandaloneWords } from '../../config/masker-words.ts';
import { phoneNumber, standaloneDigits } from './masker-oracle.ts';

/** Secrets that are parts of each other, begin alike, and repeat digits, the longest first. */
const CODES = ['6230123535', '318204', '182043', '1122', '3182', '331', '311', '122', '33'];
/** The longest first. */
const NUMBERS = [
  { e164: '+491713920012', countryCode: '49', national: '1713920012', bounded: false },
  { e164: '+12015550123', countryCode: '1', national: '2015550123', bounded: false },
  { e164: '+77777777777', countryCode: '7', national: '7777777777', bounded: false },
  { e164: '+37255012', countryCode: '372', national: '55012', bounded: true },
];

const ZEROS = [0x30, 0xff10, 0x660, 0x6f0, 0x966];
const SEPARATORS = [' ', '-', ' - ', '%20', '%2B', '%C2%A0', '%s', '\\u00a0', '&nbsp;', '(', '··'];
const NO_SEPARATORS = ['    ', '\n', '%21', 'x', '%3'];
const KEY_GAPS = [
  '","',
  "', '",
  '\\",\\"',
  '&quot;,&quot;',
  '"},{"type":"keyUp","value":"',
  `"${'é'.repeat(80)}"`,
  `"${'é'.repeat(81)}"`,
  '"\n"',
  '"',
];
const NEIGHBOURS = ['', '0', '(0)', '00', '011 ', '+', '%2b', '+49 ', '49', '1', '7', '372-', '(']
  .concat(['\\u00', '%3', '\\x31', '%31', '\ud835\udfcf', '๑', '😀', '"', '\n'])
  .concat(SEPARATORS);

/** A text that has these digits, or some of them, in many ways of writing them. */
function textsWith(secrets: readonly string[]): fc.Arbitrary<string> {
  const digits = fc.constantFrom(...secrets.flatMap((s) => [s, s, s.slice(1), s.slice(0, -1)]));
  const scripted = fc
    .tuple(digits, fc.constantFrom(...ZEROS))
    .map(([s, zero]) => Array.from(s, (d) => String.fromCharCode(zero + Number(d))));
  const gaps = fc.array(
    fc.oneof({ weight: 6, arbitrary: fc.constant('') }, fc.constantFrom(...SEPARATORS), {
      weight: 1,
      arbitrary: fc.constantFrom(...NO_SEPARATORS),
    }),
    { minLength: 12, maxLength: 12 },
  );
  const apart = fc
    .tuple(scripted, gaps)
    .map(([all, gap]) => all.map((d, i) => (i > 0 ? gap[i] : '') + d).join(''));
  const typed = fc
    .tuple(scripted, fc.constantFrom(...KEY_GAPS), fc.infiniteStream(fc.boolean()))
    .map(([all, gap, isTwice]) =>
      all.flatMap((d) => (isTwice.next().value ? [d, d] : [d])).join(gap),
    );
  const neighbour = fc.constantFrom(...NEIGHBOURS);
  return fc
    .array(fc.oneof(apart, typed, neighbour, neighbour), { maxLength: 8 })
    .map((parts) => parts.join(''));
}

test('codes are masked as a pattern for each of them would mask them', () => {
  const pattern = standaloneDigits(CODES);
  const codes = new StandaloneDigits();
  for (const code of CODES) codes.add(code);
  fc.assert(
    fc.property(textsWith(CODES), (text) => {
      assert.equal(codes.mask(text, '[x]'), text.replace(pattern, '[x]'));
    }),
    { numRuns: 2000 },
  );
});

test('numbers are masked as a pattern for each of them would mask them', () => {
  const patterns = NUMBERS.map((n) => phoneNumber(n.countryCode, n.national, n.bounded));
  const numbers = new PhoneNumbers('[x]');
  for (const { e164 } of NUMBERS) numbers.add(e164);
  const digits = NUMBERS.flatMap((n) => [n.national, n.countryCode + n.national]);
  fc.assert(
    fc.property(textsWith(digits), (text) => {
      const masked = patterns.reduce((rest, pattern) => rest.replace(pattern, '[x]'), text);
      assert.equal(numbers.mask(text), masked);
    }),
    { numRuns: 500 },
  );
});

test('words are masked as one pattern of all would mask them', () => {
  // Chinese has no gaps between its words.
  const letter = String.raw`(?!\p{Script=Han})[\p{L}\p{Nd}]`;
  const known = ['a😀b', 'abcd', '验证', 'ab c', 'abc', 'W3d', '+='];
  const pattern = new RegExp(
    String.raw`(?<!${letter})(?:${known.join('|').replace('+', String.raw`\+`)})(?!${letter})`,
    'gu',
  );
  const words = new StandaloneWords();
  for (const word of known) words.add(word);
  const part = fc.constantFrom(...known, ' ', 'a', '3', '😀', 'é', '.', '𝐀');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      assert.equal(words.mask(text, '[x]'), text.replace(pattern, '[x]'));
    }),
    { numRuns: 500 },
  );
});
