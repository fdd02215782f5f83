import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { parseLedgerOptions } from '../../../launcher/ledger/options.ts';

const NOW_MS = Date.UTC(2026, 10, 26, 12);
const parse = (...args: string[]) => parseLedgerOptions(args, NOW_MS, {});

test('without options everything is listed, with the ends of numbers', () => {
  const { filter, format, showNumbers } = parse();
  assert.deepEqual([...new Set(Object.values(filter))], [undefined]);
  assert.deepEqual({ format, showNumbers }, { format: 'table', showNumbers: false });
});

test('a number is looked for by its digits, however it is written', () => {
  assert.equal(parse('--number', '+1 (201) 555-0123').filter.number, '12015550123');
});

test('a time is a duration back from now, or a day', () => {
  assert.equal(parse('--since', '24h').filter.sinceMs, Date.UTC(2026, 10, 25, 12));
  assert.equal(parse('--since', '2026-11-01').filter.sinceMs, Date.UTC(2026, 10, 1));
});

test('what a person found is about one whole number', () => {
  const { settle } = parse('--settle', 'none', '--number', '+1 201 555 0123');
  assert.deepEqual(settle, { number: '+12015550123', account: 'none' });
});

for (const args of [
  ['--csv', '--json'],
  ['--state', 'finished'],
  ['--environment', 'production'],
  ['--since', 'yesterday'],
  ['--number', 'none'],
  ['--settle', 'none'],
  ['--settle', 'none', '--number', '0123'],
  ['--settle', 'maybe', '--number', '+12015550123'],
  ['stray'],
]) {
  test(`“${args.join(' ')}” is refused`, () => {
    assert.throws(() => parse(...args), UsageError);
  });
}
