import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from '../../../launcher/ledger/csv.ts';
import { ROW_NAMES, type LedgerRow } from '../../../launcher/ledger/rows.ts';

const EMPTY = Object.fromEntries(ROW_NAMES.map((name) => [name, ''])) as unknown as LedgerRow;

/** The cell of the column `account` as it is written. */
function cell(account: string): string {
  const [, line = ''] = toCsv([{ ...EMPTY, account }]).split('\r\n');
  return line.slice(6, line.length - 4);
}

test('a file begins with the names of its columns, and each line ends as RFC 4180 says', () => {
  assert.equal(toCsv([EMPTY]), `${ROW_NAMES.join(',')}\r\n${','.repeat(ROW_NAMES.length - 1)}\r\n`);
});

for (const [what, text, written] of [
  ['plain text', '6230000535', '6230000535'],
  ['a comma', 'Li, Wei', '"Li, Wei"'],
  ['a quote', 'Li "W"', '"Li ""W"""'],
  ['what a spreadsheet would compute', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['another sign that begins a formula', '@SUM(1)', "'@SUM(1)"],
  ['a number with a plus that is none', '+1+cmd', "'+1+cmd"],
  ['a phone number', '+12015550123', '+12015550123'],
] as const) {
  test(`${what} is written so that it is read back and not run`, () => {
    assert.equal(cell(text), written);
  });
}
