import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { LedgerError, NumberAlreadyUsedError } from '../../device/errors.ts';
import { Ledger } from '../../device/ledger.ts';

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

test('an intent and its outcome are read back in order', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.recordOutcome({ ...LIVE, outcome: 'created' });
  const entries = await ledger.entries();
  assert.deepEqual(
    entries.map(({ kind, number }) => [kind, number]),
    [
      ['intent', '+12015550123'],
      ['outcome', '+12015550123'],
    ],
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
  const other = ledger.recordIntent({ ...LIVE, runId: 'run-2', number: '+491713920012' });
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

test('a line that a crash cut short is skipped and does not swallow the next one', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  const whole = readFileSync(ledger.path, 'utf8');
  for (let length = 1; length < whole.length; length += 1) {
    writeFileSync(ledger.path, whole);
    appendFileSync(ledger.path, whole.slice(0, length));
    await ledger.recordOutcome({ ...LIVE, outcome: 'failed' });
    const kinds = (await ledger.entries()).map(({ kind }) => kind);
    const torn = length === whole.length - 1 ? ['intent'] : [];
    assert.deepEqual(kinds, ['intent', ...torn, 'outcome'], `cut after ${length} characters`);
  }
});

test('an entry that is not understood stops everything', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  appendFileSync(ledger.path, '{"version":2,"kind":"intent"}\n');
  await assert.rejects(ledger.recordIntent({ ...LIVE, number: '+491713920012' }), LedgerError);
});

test('a ledger that cannot be written is an error with a remedy', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  const ledger = new Ledger(join(file, 'state'));
  await assert.rejects(ledger.recordOutcome({ ...LIVE, outcome: 'created' }), (error: unknown) => {
    assert.ok(error instanceof LedgerError);
    assert.match(error.message, /MI_STATE_DIR/);
    return true;
  });
});
