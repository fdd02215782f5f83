import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatClock, parseDuration } from '../../config/duration.ts';

const DURATIONS: [string, number | undefined][] = [
  ['5m', 300_000],
  ['90s', 90_000],
  ['1500ms', 1500],
  ['1.5s', 1500],
  ['1h', 3_600_000],
  ['0', 0],
  ['5', undefined],
  ['-5s', undefined],
  ['5m30s', undefined],
  ['', undefined],
];

for (const [text, ms] of DURATIONS) {
  test(`"${text}" is ${ms ?? 'no duration'}`, () => {
    assert.equal(parseDuration(text), ms);
  });
}

test('a clock shows minutes and seconds, and hours only when there are any', () => {
  assert.deepEqual([0, 3999, 83_000, 3_723_000, -5].map(formatClock), [
    '00:00',
    '00:03',
    '01:23',
    '1:02:03',
    '00:00',
  ]);
});
