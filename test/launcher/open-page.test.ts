import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../config/paths.ts';

const MODULE = pathToFileURL(join(PROJECT_ROOT, 'launcher', 'open-page.ts')).href;
const LIMIT_MS = 20_000;
const ONLY = { skip: process.platform !== 'linux' && 'other systems open pages otherwise' };

/** Opens a page in a process of its own. @returns what that says of it, once it has ended. */
async function openedBy(t: TestContext, opener: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'open-page-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'xdg-open');
  writeFileSync(path, `#!/bin/sh\necho $$ > "${folder}/pid"\n${opener}\n`);
  chmodSync(path, 0o700);
  const script = `const { openPage } = await import('${MODULE}'); console.log(await openPage('a page', 1000));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    {
      cwd: PROJECT_ROOT,
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
      timeout: LIMIT_MS,
    },
  );
  if (opener.startsWith('exec')) process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')));
  return stdout.trim();
}

test('a browser that stays open is not waited for', ONLY, async (t) => {
  assert.equal(await openedBy(t, 'exec sleep 60'), 'undefined');
});

test('an opener without a browser is said as that', ONLY, async (t) => {
  assert.equal(await openedBy(t, 'exit 3'), 'xdg-open found no browser');
});

test('any other failure is told by its exit code', ONLY, async (t) => {
  assert.equal(await openedBy(t, 'exit 4'), 'xdg-open ended with exit code 4');
});
