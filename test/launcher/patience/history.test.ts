import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { timesOfRun } from '../../../launcher/patience/data.ts';
import {
  parseHistory,
  pastRunOf,
  readHistory,
  withRun,
  writeHistory,
  type PastRun,
} from '../../../launcher/patience/history.ts';
import { signUpRun } from './examples.ts';

const pastRun = (day: number): PastRun => pastRunOf(timesOfRun(signUpRun(day)), 'emulated');

describe('the history of patience', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'patience-test-'));
    path = join(folder, 'patience.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is empty where there is no file', () => {
    assert.deepEqual(readHistory(path), []);
  });

  it('reads what it wrote, one line for each run', () => {
    const runs = [pastRun(1), pastRun(2)];
    writeHistory(path, runs);
    assert.deepEqual(readHistory(path), runs);
    assert.equal(readFileSync(path, 'utf8').trimEnd().split('\n').length, 2);
  });

  it('has neither serials nor models in it', () => {
    writeHistory(path, [pastRun(1)]);
    assert.doesNotMatch(readFileSync(path, 'utf8'), /Redmi|serial|"one"/);
  });

  it('passes over a last line that was cut short, anywhere', () => {
    const whole = JSON.stringify(pastRun(1));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        assert.deepEqual(parseHistory(`${whole}\n${whole.slice(0, length)}`), [pastRun(1)]);
      }),
    );
  });

  it('is whole again after the next run', () => {
    writeHistory(path, [pastRun(1)]);
    appendFileSync(path, '{"version":1,"runId":"ru');
    writeHistory(path, withRun(readHistory(path), pastRun(2)));
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as PastRun).runId),
      ['run-1', 'run-2'],
    );
  });

  it('leaves nothing else in the folder', () => {
    writeHistory(path, [pastRun(1)]);
    assert.deepEqual(readdirSync(folder), ['patience.jsonl']);
  });

  it('passes over lines that are of another version or of none', () => {
    const lines = [{ ...pastRun(1), version: 2 }, 7, pastRun(2)];
    assert.deepEqual(parseHistory(lines.map((line) => JSON.stringify(line)).join('\n')), [
      pastRun(2),
    ]);
  });

  it('keeps no more than it may, the latest', () => {
    const runs = [1, 2, 3].map(pastRun);
    const kept = withRun(runs, pastRun(4), 2);
    assert.deepEqual(
      kept.map(({ runId }) => runId),
      ['run-3', 'run-4'],
    );
  });

  it('has a run once, however often it is reported', () => {
    assert.equal(withRun([pastRun(1), pastRun(2)], pastRun(1)).length, 2);
  });
});
