import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { EntryOf, LedgerEntry } from '../../../device/ledger/entry.ts';
import { LedgerFile } from '../../../device/ledger/file.ts';

const root = mkdtempSync(join(tmpdir(), 'mi-ledger-file-'));
after(() => rmSync(root, { recursive: true }));

let files = 0;
function newFile(): LedgerFile {
  files += 1;
  return new LedgerFile(join(root, String(files), 'sign-ups.jsonl'));
}

const OF_ATTEMPT = {
  version: 2,
  at: '2025-01-02T03:04:05.678Z',
  runId: 'run-1',
  serial: '8e3f21',
  number: '+12015550123',
} as const;
const INTENT: LedgerEntry = { ...OF_ATTEMPT, kind: 'intent', environment: 'live' };
const CREATED: LedgerEntry = { ...OF_ATTEMPT, kind: 'created', account: '李伟' };
const LINE = `${JSON.stringify(CREATED)}\n`;

/** Lengths at which a crash can leave a part of the line that is none. */
const CUTS = Array.from({ length: Buffer.byteLength(LINE) - 2 }, (_, index) => index + 1);

function textOf({ bytes }: EntryOf<'torn'>): Buffer {
  return Buffer.from(bytes, 'base64');
}

test('a line that a crash cut short is no entry, and does not swallow the next one', async () => {
  const file = newFile();
  await file.append(INTENT);
  const whole = readFileSync(file.path);
  for (const length of CUTS) {
    writeFileSync(file.path, whole);
    appendFileSync(file.path, Buffer.from(LINE).subarray(0, length));
    await file.append(CREATED);
    const { entries } = await file.read();
    assert.deepEqual(entries, [INTENT, CREATED], `cut after ${length} bytes`);
  }
});

test('a line that lacks nothing but its end is an entry', async () => {
  const file = newFile();
  await file.append(INTENT);
  appendFileSync(file.path, LINE.trimEnd());
  assert.deepEqual(await file.repair(), []);
  assert.deepEqual((await file.read()).entries, [INTENT, CREATED]);
});

test('the repair keeps every byte of a line that was cut short, and the file is whole', async () => {
  const file = newFile();
  await file.append(INTENT);
  const whole = readFileSync(file.path);
  for (const length of CUTS) {
    const cut = Buffer.from(LINE).subarray(0, length);
    writeFileSync(file.path, whole);
    appendFileSync(file.path, cut);
    const [torn, ...more] = await file.repair();
    assert.ok(torn !== undefined && more.length === 0);
    assert.deepEqual(textOf(torn), cut);
    const lines = readFileSync(file.path, 'utf8').split('\n');
    const entries = lines
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
    assert.deepEqual(entries, [INTENT, torn]);
  }
});

test('zeros that a power failure left of a line are kept and taken out, too', async () => {
  const file = newFile();
  await file.append(INTENT);
  appendFileSync(file.path, Buffer.alloc(300));
  const [torn] = await file.repair();
  assert.ok(torn !== undefined);
  assert.deepEqual(textOf(torn), Buffer.alloc(300));
  assert.deepEqual((await file.read()).fragments, []);
});

test('a file that is whole is left as it is', async () => {
  const file = newFile();
  await file.append(INTENT);
  const before = readFileSync(file.path);
  assert.deepEqual(await file.repair(), []);
  assert.deepEqual(readFileSync(file.path), before);
});

test('a repair that was itself cut short is finished by the next one, and nothing is kept twice', async () => {
  const file = newFile();
  await file.append(INTENT);
  appendFileSync(file.path, '{"version":2,"kind":"cre');
  const cutAt = readFileSync(file.path);
  const [torn] = await file.repair();
  // As if it had ended between keeping the bytes and blanking them out.
  writeFileSync(file.path, Buffer.concat([cutAt, Buffer.from(`\n${JSON.stringify(torn)}\n`)]));
  await file.repair();
  const { entries, fragments } = await file.read();
  assert.deepEqual({ entries, fragments }, { entries: [INTENT, torn], fragments: [] });
});

test('repairs at the same moment as entries are written lose none of them', async () => {
  const file = newFile();
  await file.append(INTENT);
  appendFileSync(file.path, '{"version":2,"kind":"cre');
  const work = Array.from({ length: 40 }, (_, index) =>
    index % 4 === 0 ? file.repair() : file.append(CREATED),
  );
  await Promise.all(work);
  await file.repair();
  const { entries, fragments } = await file.read();
  assert.equal(entries.filter(({ kind }) => kind === 'created').length, 30);
  assert.deepEqual(fragments, []);
});
