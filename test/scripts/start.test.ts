// `npm start` in a project of its own, where the set-up does not get to its end.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { PROJECT_ROOT } from '../../config/paths.ts';
import type { Summary } from '../../launcher/summary.ts';
import { lineToTest, type LineToTest } from './line-to-test.ts';

const SCHEMA = join(PROJECT_ROOT, 'reports', 'summary.schema.json');
const isValid = new Ajv2020().compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

let project = '';
let summaryFile = '';
let line: LineToTest;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'start-'));
  cpSync(join(PROJECT_ROOT, 'scripts'), join(project, 'scripts'), { recursive: true });
  mkdirSync(join(project, 'reports'));
  summaryFile = join(project, 'reports', 'summary.json');
  writeFileSync(summaryFile, '{"outcome": "passed"}');
  line = await lineToTest();
});
afterEach(() => {
  line.close();
  rmSync(project, { recursive: true });
});

/** Starts it with an npm that calls the test and installs until it is ended. */
function start({ node = '>=20.0.0', args = [] as readonly string[] } = {}): ChildProcess {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ engines: { node } }));
  const npm = join(project, 'npm-cli.js');
  writeFileSync(npm, line.program);
  return spawn(process.execPath, [join('scripts', 'start.mjs'), ...args], {
    cwd: project,
    env: { ...process.env, npm_execpath: npm },
    stdio: 'ignore',
  });
}

function readSummary(): Summary {
  const summary = JSON.parse(readFileSync(summaryFile, 'utf8')) as Summary;
  assert.ok(isValid(summary), JSON.stringify(isValid.errors));
  return summary;
}

test('a set-up that cannot go on leaves a summary that says why', async () => {
  const [code] = (await once(start({ node: '>=99.0.0' }), 'exit')) as [number];
  const { outcome, error } = readSummary();
  assert.deepEqual([code, outcome, error?.type], [1, 'failed', 'SetupError']);
  assert.match(error?.message ?? '', /needs 99\.0\.0/);
});

test('a set-up that is interrupted leaves a summary that says so, and no npm', async () => {
  const child = start();
  const npm = await line.called;
  child.kill('SIGINT');
  await Promise.all([once(child, 'exit'), once(npm, 'close')]);
  const { outcome, error } = readSummary();
  assert.deepEqual([child.exitCode, outcome, error?.type], [130, 'failed', 'InterruptedError']);
});

test('the summary of the run before is gone before anything else is done', async () => {
  const child = start();
  const npm = await line.called;
  const stale = existsSync(summaryFile);
  child.kill('SIGKILL');
  await once(npm, 'close');
  assert.equal(stale, false);
});

test('who asks for help keeps the summary of the run before', async () => {
  await once(start({ node: '>=99.0.0', args: ['--help'] }), 'exit');
  assert.equal(readFileSync(summaryFile, 'utf8'), '{"outcome": "passed"}');
});
