import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  readHistory as readTimes,
  writeHistory as writeTimes,
} from '../../../launcher/patience/history.ts';
import { historyIdOf } from '../../../launcher/report/allure-files.ts';
import { readHistory } from '../../../launcher/report/history.ts';
import { mergeReports } from '../../../launcher/report/merge.ts';
import type { Summary } from '../../../launcher/summary.ts';
import { cleanEnvironment, copyProject } from '../project-copy.ts';
import { publishRun, recordedResult } from './recorded.ts';

const PARTS = [1, 2, 3, 4];
const root = mkdtempSync(join(tmpdir(), 'merge-test-'));
const project = join(root, 'project');
const reports = join(project, 'reports');
const partFolder = (part: number) => join(root, `artifact-${String(part)}`);
const failing = recordedResult('test of part 3', 'failed');
after(() => rmSync(root, { recursive: true }));

function publishParts(): void {
  for (const current of PARTS) {
    const result = current === 3 ? failing : recordedResult(`test of part ${String(current)}`);
    const runId = `run-${String(current)}`;
    publishRun(partFolder(current), [result], { runId, shard: { current, total: 4 } });
  }
}

/** As `npm run report` does after the set-up. */
function report(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', join('launcher', 'report.ts'), ...args],
      { cwd: project, env: cleanEnvironment() },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

describe('four parts of a regression as one report', () => {
  let printed: Awaited<ReturnType<typeof report>>;

  before(async () => {
    copyProject(project);
    publishParts();
    const schema = join(import.meta.dirname, '..', '..', '..', 'reports', 'summary.schema.json');
    writeFileSync(join(reports, 'summary.schema.json'), readFileSync(schema));
    const entry = { title: 'test of part 3', reason: 'slow operator', expires: '9999-12-31' };
    writeFileSync(
      join(project, 'config', 'known-issues.json'),
      JSON.stringify({ issues: [entry] }),
    );
    printed = await report('--merge', '--gate', ...PARTS.map(partFolder));
  });

  it('knows what failed, and fails the gate by the phone of which too much is muted', () => {
    assert.equal(printed.stderr, '');
    assert.match(printed.stdout, /0 tests failed of which nothing is known, 1 test of which it is/);
    assert.match(printed.stdout, /minPassRateOfEachPhone .*75 %/);
    assert.equal(printed.code, 1);
  });

  it('has the chart of where the minutes of all parts went', () => {
    assert.match(readFileSync(join(reports, 'patience.svg'), 'utf8'), /^<svg /);
  });

  it('has every result in one history line', () => {
    const [line, ...more] = readHistory(join(reports, 'history.jsonl'));
    assert.equal(more.length, 0);
    assert.equal(Object.keys(line?.testResults ?? {}).length, 4);
  });

  it('knows a test by the id that Allure has for it', () => {
    const [line] = readHistory(join(reports, 'history.jsonl'));
    assert.equal(line?.testResults[historyIdOf(failing)]?.status, 'failed');
  });

  it('has a page', () => {
    assert.ok(existsSync(join(reports, 'html', 'index.html')));
  });

  it('mutes what is known', () => {
    const statistic = readJson(join(reports, 'html', 'summary.json')) as {
      stats: { resolutions?: { muted?: number } };
    };
    assert.equal(statistic.stats.resolutions?.muted, 1);
  });

  it('has the summary of all', () => {
    const { tests, merged, failures } = readJson(join(reports, 'summary.json')) as Summary;
    assert.deepEqual(tests, { passed: 3, failed: 1, skipped: 0 });
    assert.equal(merged?.length, 4);
    assert.equal(failures[0]?.known?.reason, 'slow operator');
  });

  it('loses no log and no JUnit file', () => {
    assert.deepEqual(
      readdirSync(join(reports, 'logs')).map((name) =>
        readFileSync(join(reports, 'logs', name, 'appium.log'), 'utf8'),
      ),
      ['run-1', 'run-2', 'run-3', 'run-4'],
    );
    assert.equal(readdirSync(join(reports, 'junit')).length, 4);
  });

  it('is the same when it is made again', async () => {
    await report();
    assert.equal(readHistory(join(reports, 'history.jsonl')).length, 1);
  });
});

describe('the times of merged parts', () => {
  const past = (runId: string) => ({
    ...{ version: 1 as const, runId, target: 'emulated', steps: [] },
    startedAt: '2027-01-10T02:00:00.000Z',
  });

  it('are those of one run from then on', () => {
    publishParts();
    const target = join(root, 'times');
    mkdirSync(target);
    writeTimes(join(target, 'patience.jsonl'), [past('night before')]);
    writeTimes(join(partFolder(1), 'patience.jsonl'), [past('night before'), past('run-1')]);
    mergeReports(PARTS.map(partFolder), target);
    const runs = readTimes(join(target, 'patience.jsonl')).map(({ runId }) => runId);
    assert.deepEqual(runs, ['night before']);
  });
});

describe('what cannot be merged', () => {
  it('leaves the folder as it is', () => {
    publishParts();
    const target = join(root, 'kept');
    mkdirSync(target);
    publishRun(target, [recordedResult('kept')], { runId: 'kept' });
    const names = readdirSync(target, { recursive: true });
    assert.throws(() => mergeReports([partFolder(1), partFolder(1)], target), /twice/);
    assert.deepEqual(readdirSync(target, { recursive: true }), names);
  });

  it('is a folder without a run', () => {
    assert.throws(
      () => mergeReports([join(root, 'nowhere')], root),
      /There is no run in .*nowhere/,
    );
  });

  it('is a summary of another version', () => {
    const folder = join(root, 'old');
    mkdirSync(folder);
    writeFileSync(join(folder, 'summary.json'), '{"runId":"old"}');
    assert.throws(() => mergeReports([folder], root), /not as its schema says/);
  });
});

describe('parts of which one is missing', () => {
  it('are merged all the same where a job left a folder without a run', () => {
    const folder = join(root, 'broken-job');
    mkdirSync(folder);
    const target = join(root, 'three');
    const { errors, notes } = mergeReports([...[1, 2, 4].map(partFolder), folder], target);
    assert.equal(errors[0]?.type, 'ShardMissingError');
    assert.match(notes.map(({ text }) => text).join(), /no run in .*broken-job/);
  });

  it('have a result that says so', () => {
    const target = join(root, 'incomplete');
    mergeReports([1, 2, 4].map(partFolder), target);
    const results = readdirSync(join(target, 'allure-results'))
      .filter((name) => name.endsWith('-result.json'))
      .map((name) => readFileSync(join(target, 'allure-results', name), 'utf8'));
    assert.ok(results.some((text) => text.includes('Part 3 of 4 is missing')));
  });
});
