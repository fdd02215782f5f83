import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { phoneExceptions, writeNotRunResults } from '../../launcher/allure-fallback.ts';
import { RunRecord } from '../../launcher/run-record.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allure-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('a spec file that no phone was left for has a result that says why', () => {
  const record = new RunRecord();
  const files = ['specs/a.spec.ts', 'specs/b.spec.ts'];
  record.take({ type: 'specs-not-run', serial: 'phone-1', files, reason: 'it was lost' });
  writeNotRunResults(folder, record, 1000);
  const results = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>)
    .map(({ name, status, statusDetails }) => ({ name, status, statusDetails }));
  const expected = { status: 'broken', statusDetails: { message: 'Not run: it was lost' } };
  assert.deepEqual(
    results.sort((a, b) => String(a.name).localeCompare(String(b.name))),
    files.map((name) => ({ name, ...expected })),
  );
});

it('the environment of the report names the phones that were of no use, and why', () => {
  const record = new RunRecord();
  record.take({ type: 'phone-ready', serial: 'phone-0', model: 'M', system: 'S' });
  record.take({ type: 'phone-out', serial: 'phone-1', reason: 'it was lost' });
  record.take({ type: 'phone-left-out', serial: 'phone-2', reason: 'it is offline' });
  assert.deepEqual(phoneExceptions(record), {
    'out during the run': 'phone-1: it was lost',
    'left out': 'phone-2: it is offline',
  });
});
