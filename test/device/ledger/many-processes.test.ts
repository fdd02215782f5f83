import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { Ledger } from '../../../device/ledger/ledger.ts';

const run = promisify(execFile);
const PROCESSES = 6;
const ENTRIES_OF_EACH = 60;

const folder = mkdtempSync(join(tmpdir(), 'mi-ledger-many-'));
after(() => rmSync(folder, { recursive: true }));

test('what many processes append at once is all there, line by line', async () => {
  const program = join(import.meta.dirname, 'appending-process.ts');
  const names = Array.from({ length: PROCESSES }, (_, index) => `run-${index}`);
  await Promise.all(
    names.map((name) =>
      run(process.execPath, ['--import', 'tsx', program, folder, name, String(ENTRIES_OF_EACH)]),
    ),
  );
  const ledger = new Ledger(folder);
  const lines = readFileSync(ledger.path, 'utf8').trimEnd().split('\n');
  const whole = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
  assert.equal(whole.length, PROCESSES * ENTRIES_OF_EACH);
  const entries = await ledger.entries();
  for (const name of names) {
    const serials = entries.flatMap((entry) =>
      entry.kind === 'created' && entry.runId === name ? [entry.serial] : [],
    );
    assert.deepEqual(
      serials,
      Array.from({ length: ENTRIES_OF_EACH }, (_, index) => String(index)),
    );
  }
});
