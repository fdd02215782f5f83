import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, test } from 'node:test';
import {
  ensureDependencies,
  installDependencies,
  staleReason,
} from '../../scripts/dependencies.mjs';
import { SetupError } from '../../scripts/setup-error.mjs';

const LOCKED = {
  '': { name: 'project' },
  emulator: { name: 'workspace' },
  'node_modules/emulator': { link: true },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/canvas': { version: '1.0.0', integrity: 'sha512-b' },
  'node_modules/canvas/node_modules/ms': { version: '2.0.0', integrity: 'sha512-c' },
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dependencies-'));
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
});
afterEach(() => rmSync(root, { recursive: true }));

function installed(packages: object): void {
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

function lock(packages: object): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

const installedAll = Object.fromEntries(
  Object.entries(LOCKED).filter(([folder]) => folder.includes('node_modules/')),
);

test('a fresh clone, and an interrupted installation, are not installed', () => {
  assert.equal(staleReason(root), 'not installed yet');
});

test('nothing is to be done where everything locked is installed', () => {
  installed(installedAll);
  assert.equal(staleReason(root), undefined);
});

test('a package added to the lock file makes it stale', () => {
  const { 'node_modules/canvas/node_modules/ms': _, ...others } = installedAll;
  installed(others);
  assert.equal(staleReason(root), 'ms is missing');
});

test('another version makes it stale', () => {
  installed({ ...installedAll, 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-z' } });
  assert.equal(staleReason(root), 'zod is 4.6.6, locked is 4.6.7');
});

test('another content of the same version makes it stale', () => {
  installed({ ...installedAll, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-z' } });
  assert.match(staleReason(root) ?? '', /^zod is /);
});

test('what npm leaves out on this machine does not make it stale', () => {
  lock({
    ...LOCKED,
    'node_modules/other-system': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
    'node_modules/not-here': { version: '1.0.0', optional: true, os: [`!${process.platform}`] },
    'node_modules/other-libc': {
      version: '1.0.0',
      optional: true,
      os: [process.platform],
      libc: ['musl'],
    },
    'node_modules/of-a-left-out-one': { version: '1.0.0', optional: true },
  });
  installed(installedAll);
  assert.equal(staleReason(root), undefined);
});

test('a tree that was installed on another kind of machine is stale', () => {
  lock({
    ...LOCKED,
    'node_modules/native': {
      version: '1.0.0',
      optional: true,
      os: [process.platform],
      cpu: [process.arch],
    },
  });
  installed(installedAll);
  assert.equal(staleReason(root), 'native is missing');
});

/** Runs the installation with a program of a few words in npm's place. */
async function installWith(program: string): Promise<string> {
  const script = join(root, 'npm.mjs');
  writeFileSync(script, program);
  let text = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  await installDependencies(root, 'not installed yet', { npm: [process.execPath, script], out });
  return text;
}

test('the installation says what it does and why', async () => {
  assert.match(
    await installWith('if (process.argv[2] !== "ci") process.exit(1)'),
    /^Installing the dependencies \(not installed yet\)[^]*installed in \d+ s\n$/,
  );
});

for (const [complaint, remedy] of [
  ['npm error code ENOTFOUND', /check the network/],
  ['npm error code ENOSPC', /disk is full/],
  ['npm error code EACCES', /may not write/],
  ['npm error code EUSAGE\nnpm error Missing: x\nnpm error Clean install a project', /differ/],
  ['npm error code E403', /registry refused/],
  ['npm error something new', /run npm ci/],
] as const) {
  test(`${complaint.split('\n')[0]} becomes one message with a remedy`, async () => {
    await assert.rejects(
      installWith(`process.stderr.write(${JSON.stringify(complaint)}); process.exit(1)`),
      (error) =>
        error instanceof SetupError &&
        remedy.test(error.message.split('→')[1] ?? '') &&
        error.message.includes(complaint.split('\n')[0] ?? '') &&
        !error.message.includes('Clean install'),
    );
  });
}

test('an npm that is not there is named', async () => {
  await assert.rejects(
    installDependencies(root, 'x', {
      npm: [join(root, 'absent')],
      out: new Writable({ write: (_c, _e, done) => done() }),
    }),
    /npm could not be started/,
  );
});

test('two that find the dependencies missing install them once, and the one that waits says so', async () => {
  const script = join(root, 'npm.mjs');
  writeFileSync(
    script,
    `import { appendFileSync, copyFileSync } from 'node:fs';
    appendFileSync('installations', 'x');
    copyFileSync('package-lock.json', 'node_modules/.package-lock.json');`,
  );
  const told: string[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      told.push(chunk.toString().split(/ \(|,/)[0] ?? '');
      done();
    },
  });
  const ensure = () => ensureDependencies(root, { npm: [process.execPath, script], out });
  await Promise.all([ensure(), ensure()]);
  assert.equal(readFileSync(join(root, 'installations'), 'utf8'), 'x');
  assert.ok(told.includes('Another process installs the dependencies'), told.join());
});
