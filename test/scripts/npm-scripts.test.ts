import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';

const manifest = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const names = Object.keys(manifest.scripts).filter((name) =>
  manifest.scripts[name]?.includes('node scripts/'),
);
/** In the place of each script: it stops when it is told, and by itself soon after. */
const PROGRAM = `
  process.on('SIGINT', () => { console.log('told to stop'); process.exit(); });
  setTimeout(() => process.exit(), 10_000);
  console.log('ready');`;

describe('SIGINT sent to npm alone', { concurrency: true }, () => {
  let project = '';
  before(() => {
    project = mkdtempSync(join(tmpdir(), 'npm-scripts-'));
    writeFileSync(join(project, 'package.json'), JSON.stringify({ scripts: manifest.scripts }));
    mkdirSync(join(project, 'scripts'));
    for (const file of readdirSync(join(PROJECT_ROOT, 'scripts'))) {
      if (file.endsWith('.mjs')) writeFileSync(join(project, 'scripts', file), PROGRAM);
    }
  });
  after(() => rmSync(project, { recursive: true }));

  for (const name of names) {
    it(`reaches the program of npm run ${name}`, async () => {
      const npm = spawn('npm', ['run', '--silent', name], {
        cwd: project,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let printed = '';
      npm.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
      await once(npm.stdout, 'data');
      npm.kill('SIGINT');
      await once(npm.stdout, 'close');
      assert.equal(printed, 'ready\ntold to stop\n');
    });
  }
});
