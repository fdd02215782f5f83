import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readHistory } from '../../../launcher/patience/history.ts';
import { publishPatience } from '../../../launcher/patience/publish-patience.ts';
import { signUpRun } from './examples.ts';

const TARGET = { target: 'emulated' };

describe('publishing the patience chart', () => {
  let reports: string;
  let results: string;
  const inResults = (name: string): string => readFileSync(join(results, name), 'utf8');

  beforeEach(() => {
    reports = mkdtempSync(join(tmpdir(), 'patience-test-'));
    results = join(reports, 'allure-results');
    mkdirSync(results);
  });
  afterEach(() => rmSync(reports, { recursive: true }));

  it('leaves the picture beside the report, and in it', async () => {
    await publishPatience(reports, { ...signUpRun(1), ...TARGET });
    const { attachments } = JSON.parse(inResults('patience-globals.json')) as {
      attachments: { source: string; type: string }[];
    };
    assert.equal(attachments[0]?.type, 'image/svg+xml');
    const beside = readFileSync(join(reports, 'patience.svg'), 'utf8');
    assert.match(beside, /^<svg /);
    assert.equal(inResults(attachments[0].source), beside);
  });

  it('enters each run in the history once', async () => {
    for (const day of [1, 2, 2]) {
      await publishPatience(reports, { ...signUpRun(day), ...TARGET });
    }
    assert.deepEqual(
      readHistory(join(reports, 'patience.jsonl')).map(({ runId }) => runId),
      ['run-1', 'run-2'],
    );
  });

  it('enters no run that took no step', async () => {
    await publishPatience(reports, { ...signUpRun(1), phones: [], ...TARGET });
    assert.deepEqual(readHistory(join(reports, 'patience.jsonl')), []);
  });

  it('says of a slow day among what the report says of the run, once', async () => {
    writeFileSync(join(results, 'environment.properties'), 'target = emulated\n');
    await publishPatience(reports, { ...signUpRun(1), ...TARGET });
    await publishPatience(reports, { ...signUpRun(2, 20), ...TARGET });
    assert.equal(
      inResults('environment.properties'),
      'target = emulated\nservers = slow: 20 × as long as usual\n',
    );
  });

  it('says why there is no chart, and does not throw', async () => {
    mkdirSync(join(reports, 'patience.jsonl'));
    const problem = await publishPatience(reports, { ...signUpRun(1), ...TARGET });
    assert.match(problem ?? '', /^There is no patience chart: .*EISDIR/);
  });

  it('leaves nothing else', async () => {
    await publishPatience(reports, { ...signUpRun(1), ...TARGET });
    assert.deepEqual(readdirSync(reports).toSorted(), [
      'allure-results',
      'patience.jsonl',
      'patience.svg',
    ]);
  });
});
