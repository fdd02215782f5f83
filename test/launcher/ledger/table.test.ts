import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerRow } from '../../../launcher/ledger/rows.ts';
import { tableLines } from '../../../launcher/ledger/table.ts';

const ROW: LedgerRow = {
  at: '2026-11-26T01:00:48.836Z',
  last_at: '2026-11-26T01:00:59.231Z',
  phone: '192.168.178.31:5555',
  number: '…123',
  environment: 'staging',
  state: 'code-requested',
  account: '',
  error_type: '',
  error_category: '',
  run: '20261126-010024-651f21',
  settled: '',
};
const FAILED = { ...ROW, state: 'failed', error_type: 'NumberAlreadyRegisteredError' };

test('on a wide terminal a sign-up is one line under a heading', () => {
  const lines = tableLines([ROW, FAILED], 200);
  assert.equal(lines.length, 3);
  assert.match(lines[0] ?? '', /^began +phone +number +service +state +account +error +run$/);
  assert.match(lines[2] ?? '', /failed +– +NumberAlreadyRegisteredError +20261126-010024-651f21$/);
});

test('80 columns are enough, with the run and its error below', () => {
  const lines = tableLines([ROW, FAILED], 80);
  assert.deepEqual(
    lines.filter((line) => line.length > 80),
    [],
  );
  assert.equal(lines[4], '    run 20261126-010024-651f21 NumberAlreadyRegisteredError');
});

test('control characters of a phone’s answer do not reach the terminal', () => {
  const lines = tableLines([{ ...ROW, account: 'a\u001B[2Jb' }], 200);
  assert.ok(lines.every((line) => !line.includes('\u001B')));
});
