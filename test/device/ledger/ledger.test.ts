import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { LedgerError, NumberAlreadyUsedError } from '../../../device/errors.ts';
import { Ledger } from '../../../device/ledger/ledger.ts';

const root = mkdtempSync(join(tmpdir(), 'mi-ledger-'));
after(() => rmSync(root, { recursive: true }));

let folders = 0;
function newLedger(): Ledger {
  folders += 1;
  return new Ledger(join(root, String(folders), 'state'));
}

const LIVE = {
  runId: 'run-1',
  serial: '8e3f21',
  number: '+12015550123',
  environment: 'live',
} as const;
const OTHER_NUMBER = '+491713920012';

test('what was recorded is read back in order', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.record(LIVE, { kind: 'code-requested' });
  await ledger.record(LIVE, { kind: 'created', account: '6230000535' });
  const kinds = (await ledger.entries()).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['intent', 'code-requested', 'created']);
});

test('entries of the first version are read', async () => {
  const ledger = newLedger();
  mkdirSync(dirname(ledger.path), { recursive: true });
  const { environment, ...attempt } = LIVE;
  const line = { version: 1, at: '2025-01-02T03:04:05.678Z', ...attempt };
  const lines = [
    { ...line, kind: 'intent', environment },
    { ...line, kind: 'outcome', outcome: 'failed' },
  ];
  writeFileSync(ledger.path, lines.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  const [read] = await ledger.attempts();
  assert.deepEqual(
    { number: read?.number, environment: read?.environment, state: read?.state },
    { number: LIVE.number, environment: 'live', state: 'failed' },
  );
});

test('nobody else can read it', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  assert.equal(statSync(ledger.path).mode & 0o777, 0o600);
  assert.equal(statSync(join(ledger.path, '..')).mode & 0o777, 0o700);
});

test('a number that was signed up is found out before a sign-up begins', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  const { number, environment } = LIVE;
  await assert.rejects(
    ledger.assertReady({ number, environment, serial: undefined }),
    NumberAlreadyUsedError,
  );
  const other = { number: '+12015550124', environment } as const;
  await assert.rejects(ledger.assertReady({ ...other, serial: LIVE.serial }), /another number/);
  await ledger.assertReady({ ...other, serial: 'another phone' });
  await ledger.assertReady({ number, environment: 'test', serial: LIVE.serial });
});

test('a folder that cannot be written is found out before a sign-up begins', async () => {
  const attempt = { number: LIVE.number, serial: undefined, environment: 'test' } as const;
  await assert.rejects(new Ledger('/dev/null/state').assertReady(attempt), LedgerError);
});

test('a live number is signed up once', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  const again = ledger.recordIntent({ ...LIVE, runId: 'run-2', serial: 'other' });
  await assert.rejects(again, (error: unknown) => {
    assert.ok(error instanceof NumberAlreadyUsedError);
    assert.match(error.message, /run-1/);
    assert.doesNotMatch(error.message, /2015550123/);
    return true;
  });
  assert.equal((await ledger.entries()).length, 1);
});

test('a live phone has one number', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  const other = ledger.recordIntent({ ...LIVE, runId: 'run-2', number: OTHER_NUMBER });
  await assert.rejects(other, NumberAlreadyUsedError);
});

for (const environment of ['test', 'staging'] as const) {
  test(`a ${environment} number can be used again, and does not spend the live one`, async () => {
    const ledger = newLedger();
    await ledger.recordIntent({ ...LIVE, environment });
    await ledger.recordIntent({ ...LIVE, environment, runId: 'run-2' });
    await ledger.recordIntent({ ...LIVE, runId: 'run-3' });
    assert.equal((await ledger.entries()).length, 3);
  });
}

test('of two runs that begin together one goes on', async () => {
  const ledger = newLedger();
  const results = await Promise.allSettled(
    ['run-1', 'run-2'].map((runId) => ledger.recordIntent({ ...LIVE, runId })),
  );
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('a number of which a person found no account may be used again, once', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.record(LIVE, {
    kind: 'failed',
    error: { type: 'ServerTooSlowError', category: 'server-slow' },
  });
  await ledger.recordSettled(LIVE.number, 'none');
  await ledger.recordIntent({ ...LIVE, runId: 'run-2' });
  await assert.rejects(ledger.recordIntent({ ...LIVE, runId: 'run-3' }), NumberAlreadyUsedError);
});

test('it is the live sign-up that is settled, whatever came after it on a test phone', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.recordIntent({ ...LIVE, environment: 'test', runId: 'run-2' });
  await ledger.recordSettled(LIVE.number, 'none');
  await ledger.recordIntent({ ...LIVE, runId: 'run-3' });
  assert.deepEqual(
    (await ledger.attempts()).map(({ settled }) => settled),
    ['none', undefined, undefined],
  );
});

test('a number of which a person found the account stays used', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.recordSettled(LIVE.number, 'exists');
  await assert.rejects(ledger.recordIntent({ ...LIVE, runId: 'run-2' }), NumberAlreadyUsedError);
});

test('an entry that is not understood stops everything', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  appendFileSync(ledger.path, '{"version":3,"kind":"intent"}\n');
  await assert.rejects(ledger.recordIntent({ ...LIVE, number: OTHER_NUMBER }), (error: unknown) => {
    assert.ok(error instanceof LedgerError);
    assert.match(error.message, /cannot be understood/);
    assert.match(error.message, /seen: line \d+ is no entry: \S/);
    return true;
  });
});

test('a ledger that cannot be written is an error with a remedy', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  const ledger = new Ledger(join(file, 'state'));
  await assert.rejects(ledger.record(LIVE, { kind: 'created' }), (error: unknown) => {
    assert.ok(error instanceof LedgerError);
    assert.match(error.message, /MI_STATE_DIR/);
    return true;
  });
});

test('an account that a run signed out without having seen it is that of its code', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.record(LIVE, { kind: 'verified' });
  const { runId, serial } = LIVE;
  await ledger.recordSignedOut({ runId, serial, account: '6230000535' });
  const attempts = await ledger.attempts();
  assert.deepEqual(
    attempts.map(({ number, state, account }) => ({ number, state, account })),
    [{ number: LIVE.number, state: 'signed-out', account: '6230000535' }],
  );
});

test('what another run signs out is no account of a code of this one', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.record(LIVE, { kind: 'verified' });
  await ledger.recordSignedOut({ runId: 'run-2', serial: LIVE.serial, account: undefined });
  const states = (await ledger.attempts()).map(({ state }) => state);
  assert.deepEqual(states, ['verified', 'signed-out']);
});
