import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { Ledger } from '../../../device/ledger/ledger.ts';
import { cleanEnvironment } from '../project-copy.ts';

const run = promisify(execFile);
const root = mkdtempSync(join(tmpdir(), 'mi-ledger-cli-'));
after(() => rmSync(root, { recursive: true }));

const NUMBER = '+12015550123';
const OTHER = '+491713920012';

before(async () => {
  const ledger = new Ledger(root);
  const live = { runId: 'run-1', serial: '8e3f21', number: NUMBER, environment: 'live' } as const;
  await ledger.recordIntent(live);
  await ledger.record(live, { kind: 'created', account: '6230000535' });
  const test = { runId: 'run-2', serial: 'emulator-5554', number: OTHER } as const;
  await ledger.recordIntent({ ...test, environment: 'test' });
});

/** `npm run ledger` as QA types it, after its set-up. */
async function ledger(args: readonly string[], stateDir = root): Promise<string> {
  const words = ['--import', 'tsx', join('launcher', 'ledger.ts'), ...args];
  const env = { ...cleanEnvironment(), MI_STATE_DIR: stateDir };
  return (await run(process.execPath, words, { cwd: PROJECT_ROOT, env })).stdout;
}

test('numbers and account ids are listed by their ends', async () => {
  const text = await ledger([]);
  assert.match(text, /8e3f21 +…123 +live +created +…535/);
  assert.match(text, /emulator-5554 +…012 +test +begun/);
  assert.doesNotMatch(text, /2015550123|6230000535/);
});

test('they are in clear for whoever asks for it', async () => {
  assert.match(await ledger(['--show-numbers']), /\+12015550123 +live +created +6230000535/);
});

test('a filter leaves the others out', async () => {
  const rows = JSON.parse(await ledger(['--json', '--state', 'unfinished'])) as { run: string }[];
  assert.deepEqual(
    rows.map((row) => row.run),
    ['run-2'],
  );
});

test('a file with numbers in it is for this user only, also if it was there before', async () => {
  const path = join(root, 'export.csv');
  writeFileSync(path, '', { mode: 0o644 });
  await ledger(['--csv', '--show-numbers', '--output', path, '--number', '0123']);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  assert.equal(lines.length, 2);
  assert.match(lines[1] ?? '', /\+12015550123,live,created/);
});

test('an empty ledger says so', async () => {
  assert.match(await ledger([], join(root, 'nothing')), /^No sign-up yet/);
});

test('a number is settled only if it is in the ledger', async () => {
  const stranger = ledger(['--settle', 'none', '--number', '+12015550199']);
  await assert.rejects(stranger, (error: Error & { code?: number }) => error.code === 2);
  await ledger(['--settle', 'exists', '--number', OTHER]);
  assert.equal((await new Ledger(root).attempts())[1]?.settled, 'exists');
});

test('a number whose account a run saw has one', async () => {
  const number = (await new Ledger(root).attempts()).find(({ account }) => account)?.number ?? '';
  await assert.rejects(
    ledger(['--settle', 'none', '--number', number]),
    (error: Error & { code?: number; stderr?: string }) =>
      error.code === 2 && /saw the account/.test(error.stderr ?? ''),
  );
});
