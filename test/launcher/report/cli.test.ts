import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { cleanEnvironment, copyProject } from '../project-copy.ts';

const project = mkdtempSync(join(tmpdir(), 'report-cli-'));
const REPORT = [join('launcher', 'report.ts')];
/** What a run does first. */
const SETTINGS = [
  ...['--input-type', 'module', '--eval'],
  "const { loadSettings } = await import('./config/settings.ts'); loadSettings();",
];
before(() => copyProject(project));
after(() => rmSync(project, { recursive: true }));

function node(...args: string[]): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', ...args],
      { cwd: project, env: cleanEnvironment() },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode ?? -1, stderr }),
    );
  });
}

describe('npm run report', () => {
  it('says what is missing where nothing was run', async () => {
    writeFileSync(join(project, 'config', 'known-issues.json'), '{"issues": []}');
    const { code, stderr } = await node(...REPORT);
    assert.equal(code, 1);
    assert.match(stderr, /There is no run in .*reports[\s\S]*seen: no summary\.json/);
  });

  it('refuses a command line before it does anything', async () => {
    const { code, stderr } = await node(...REPORT, '--merge');
    assert.equal(code, 2);
    assert.match(stderr, /folders after --merge/);
  });

  it('refuses known issues that cannot be read, and leaves what is there', async () => {
    writeFileSync(join(project, 'config', 'known-issues.json'), '{"issues": [{}]}');
    const names = readdirSync(join(project, 'reports'));
    const { code, stderr } = await node(...REPORT, '--merge', 'a');
    assert.equal(code, 2);
    assert.match(stderr, /config\/known-issues\.json: .*issues\.0\.reason/);
    assert.deepEqual(readdirSync(join(project, 'reports')), names);
  });
});

describe('a run', () => {
  it('is refused by known issues that cannot be read, as by a bad setting', async () => {
    writeFileSync(join(project, 'config', 'known-issues.json'), '{"issues": [{}]}');
    const { stderr } = await node(...SETTINGS);
    assert.match(stderr, /SettingsError[\s\S]*config\/known-issues\.json/);
  });
});
