import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorRatePercent, normalised } from '../../bench/error-rate.ts';

for (const [what, truth, read, percent] of [
  ['read right', 'Next', 'Next', 0],
  ['not read at all', 'Next', '', 100],
  ['with a wrong letter', 'Next', 'Naxt', 25],
  ['with a letter too many', 'Next', 'Nexxt', 25],
  ['with a letter too few', 'Next', 'Nxt', 25],
] as const) {
  test(`a text ${what} counts ${percent} %`, () => {
    assert.equal(errorRatePercent([[truth, read]]), percent);
  });
}

test('texts count by their length', () => {
  const rate = errorRatePercent([
    ['123456789', '123456789'],
    ['1', '7'],
  ]);
  assert.equal(rate, 10);
});

test('no text has no errors', () => {
  assert.equal(errorRatePercent([]), 0);
});

test('line breaks and typographic characters are no errors', () => {
  assert.equal(normalised(' We’ll wait\nfor it… '), "We'll wait for it...");
});
