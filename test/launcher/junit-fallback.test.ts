import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { writeFallbackJunit } from '../../launcher/junit-fallback.ts';

const times = { startedAtMs: Date.UTC(2026, 0, 1), endedAtMs: Date.UTC(2026, 0, 1) + 1_500 };
const error = {
  type: 'PortTakenError',
  message: 'Port 4723 is "taken" by <someone>.\n  what to do: wait',
  category: 'set-up' as const,
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junit-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('a run that ended before its first test leaves a JUnit file that says why', () => {
  writeFallbackJunit(folder, { error }, times);
  const xml = readFileSync(join(folder, 'run.xml'), 'utf8');
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const { testsuites } = parser.parse(xml) as {
    testsuites: {
      errors: string;
      testsuite: {
        time: string;
        timestamp: string;
        testcase: { error: { type: string; message: string; '#text': string } };
      };
    };
  };
  const { time, timestamp, testcase } = testsuites.testsuite;
  assert.deepEqual([testsuites.errors, time, timestamp], ['1', '1.5', '2026-01-01T00:00:00']);
  assert.equal(testcase.error.type, error.type);
  assert.equal(testcase.error.message, 'Port 4723 is "taken" by <someone>.');
  assert.equal(testcase.error['#text'], error.message);
});

it('a run whose tests left JUnit files gets no other, nor does one that passed', () => {
  writeFallbackJunit(folder, { error: undefined }, times);
  assert.deepEqual(readdirSync(folder), []);
  writeFileSync(join(folder, 'wdio-0-0.xml'), '');
  writeFallbackJunit(folder, { error }, times);
  assert.deepEqual(readdirSync(folder), ['wdio-0-0.xml']);
});
