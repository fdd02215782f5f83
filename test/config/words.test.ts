import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closest } from '../../config/suggest.ts';
import { splitWords } from '../../config/words.ts';

const LINES: [string, string[]][] = [
  ['', []],
  ['--secure on', ['--secure', 'on']],
  [`--fault 'sms lost'  --x="a b"c`, ['--fault', 'sms lost', '--x=a bc']],
  [String.raw`a\ b "c\"d" ''`, ['a b', 'c"d', '']],
];

for (const [line, words] of LINES) {
  test(`«${line}» is ${words.length} words`, () => {
    assert.deepEqual(splitWords(line), words);
  });
}

for (const line of ['--secure "on', "it's", 'a\\']) {
  test(`«${line}» is refused: it goes on after its end`, () => {
    assert.equal(splitWords(line), undefined);
  });
}

test('a name is suggested for a typo, and none for another word', () => {
  assert.equal(closest('MI_TRAGET', ['MI_TARGET', 'MI_PHONES']), 'MI_TARGET');
  assert.equal(closest('MI_SOMETHING_ELSE', ['MI_TARGET', 'MI_PHONES']), undefined);
});
