import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { LedgerFile } from '../../../device/ledger/file.ts';
import { Ledger } from '../../../device/ledger/ledger.ts';
import { readBack } from '../../../device/ledger/read-back.ts';
import { thisProcess, type ProcessIdentity } from '../../../device/process-identity.ts';

const root = mkdtempSync(join(tmpdir(), 'mi-read-back-'));
after(() => rmSync(root, { recursive: true }));

let folders = 0;
function newLedger(): Ledger {
  folders += 1;
  return new Ledger(join(root, String(folders)));
}

const LIVE = {
  runId: 'run-1',
  serial: '8e3f21',
  number: '+12015550123',
  environment: 'live',
} as const;

/** The process of this number never is there any more: Linux counts to 2^22 at most. */
const GONE = { pid: 2 ** 22 + 1 };

/** An intent as a process wrote it that was killed after it. */
async function intentOfTheDead(
  ledger: Ledger,
  environment: 'live' | 'test' = 'live',
  writer: Partial<ProcessIdentity> = GONE,
): Promise<void> {
  await new LedgerFile(ledger.path).append({
    ...LIVE,
    version: 2,
    at: '2025-01-02T03:04:05.678Z',
    kind: 'intent',
    environment,
    writer: { ...(await thisProcess()), ...writer },
  });
}

test('of a ledger in order there is nothing to say', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  await ledger.record(LIVE, { kind: 'created', account: '6230000535' });
  assert.deepEqual(await readBack(ledger), []);
});

test('a sign-up that a run still has in hand is none of the others’ business', async () => {
  const ledger = newLedger();
  await ledger.recordIntent(LIVE);
  assert.deepEqual(await readBack(ledger), []);
  assert.equal((await ledger.attempts())[0]?.state, 'begun');
});

test('a sign-up whose run was killed is told, by the end of its number, and gets an end', async () => {
  const ledger = newLedger();
  await intentOfTheDead(ledger);
  await ledger.record(LIVE, { kind: 'code-requested' });
  const [note, ...more] = await readBack(ledger);
  assert.deepEqual(more, []);
  assert.match(note ?? '', /run-1.*…123 on 8e3f21 \(live\): it had asked for an SMS code/);
  assert.doesNotMatch(note ?? '', /5550123/);
  assert.equal((await ledger.attempts())[0]?.state, 'unknown');
});

test('a process that got the number of the one that was killed is not taken for it', async () => {
  const ledger = newLedger();
  await intentOfTheDead(ledger, 'live', { startedAt: 'earlier' });
  assert.equal((await readBack(ledger)).length, 1);
});

test('what is not known of a live sign-up is told at each start, until a person has looked', async () => {
  const ledger = newLedger();
  await intentOfTheDead(ledger);
  await readBack(ledger);
  assert.match((await readBack(ledger)).join(), /not known whether/);
  await ledger.recordSettled(LIVE.number, 'exists');
  assert.deepEqual(await readBack(ledger), []);
});

test('of a test phone it is told once', async () => {
  const ledger = newLedger();
  await intentOfTheDead(ledger, 'test');
  assert.equal((await readBack(ledger)).length, 1);
  assert.deepEqual(await readBack(ledger), []);
});

test('a line that was cut short is told once, by what it was of', async () => {
  const ledger = newLedger();
  await ledger.recordIntent({ ...LIVE, environment: 'test' });
  const cut =
    '{"version":2,"kind":"intent","at":"2025-01-02T03:04:05.678Z","runId":"run-2","serial":"9f4","number":"+12015550124","env';
  appendFileSync(ledger.path, cut);
  const notes = await readBack(ledger);
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? '', /“intent” of phone 9f4.*never began/);
  assert.doesNotMatch(notes[0] ?? '', /5550124/);
  assert.deepEqual(await readBack(ledger), []);
});

test('many of test phones are one note, beside that of a live one', async () => {
  const ledger = newLedger();
  for (const number of ['+12015550124', '+12015550125', LIVE.number]) {
    await new LedgerFile(ledger.path).append({
      ...{ ...LIVE, number, version: 2, at: '2025-01-02T03:04:05.678Z', kind: 'intent' },
      environment: number === LIVE.number ? 'live' : 'test',
      writer: { ...(await thisProcess()), ...GONE },
    });
  }
  const [live, test, ...more] = await readBack(ledger);
  assert.deepEqual(more, []);
  assert.match(live ?? '', /…123 on 8e3f21 \(live\)/);
  assert.match(test ?? '', /in the middle of 2 sign-ups at test services/);
});
