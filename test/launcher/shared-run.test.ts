// A whole run whose phones share the specs. It takes place in a copy of the project, so that it touches
// neither its reports nor anybody's settings.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { promisify } from 'node:util';
import { Adb } from '../../device/adb.ts';
import { freePorts } from '../../launcher/ports.ts';
import type { Summary } from '../../launcher/summary.ts';
import { withAndroidHome } from '../../scripts/android-home.mjs';
import { cleanEnvironment, copyProject } from './project-copy.ts';

const run = promisify(execFile);
const adb = Adb.find(withAndroidHome(process.env));
const SPECS = ['sign-up.spec.ts', 'sign-up-again.spec.ts'];

let state: string;
let project: string;
let environment: NodeJS.ProcessEnv;

before(async () => {
  state = mkdtempSync(join(tmpdir(), 'shared-run-'));
  project = join(state, 'project');
  copyProject(project);
  const [first = '', second = ''] = SPECS.map((name) => join(project, 'specs', name));
  copyFileSync(first, second);
  const [adbServerPort] = await freePorts(1);
  environment = {
    ...cleanEnvironment(),
    ANDROID_ADB_SERVER_PORT: String(adbServerPort),
    MI_STATE_DIR: state,
    MI_DISTRIBUTION: 'share',
    MI_PHONE_COUNT: '3',
    // Long enough to lose a phone in the step after the number's.
    MI_EMULATOR_LATENCY: '2s',
  };
});

after(async () => {
  await run(adb, ['kill-server'], { env: environment });
  rmSync(state, { recursive: true });
});

it('specs go to another phone when theirs is lost, but not after a number was submitted', async () => {
  const wdio = join('node_modules', '@wdio', 'cli', 'bin', 'wdio.js');
  const specs = SPECS.flatMap((name) => ['--spec', join('specs', name)]);
  const child = spawn(process.execPath, [wdio, 'run', 'wdio.conf.ts', ...specs], {
    cwd: project,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const lost: string[] = [];
  const lose = (serial = 'none'): void => {
    if (lost.includes(serial)) return;
    lost.push(serial);
    void run(adb, ['-s', serial, 'emu', 'kill'], { env: environment });
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    const serials = [...printed.matchAll(/✓ phone (\S+):/g)].map(([, serial]) => serial);
    if (printed.includes('[0-0] RUNNING')) lose(serials[0]);
    if (printed.includes(`✓ ${serials[1]}: Enter the phone number`)) lose(serials[1]);
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];

  const { tests, moved, phones } = JSON.parse(
    readFileSync(join(project, 'reports', 'summary.json'), 'utf8'),
  ) as Summary;
  assert.deepEqual(
    {
      exitCode,
      tests,
      moved: moved.map(({ from }) => from),
      out: phones.filter(({ out }) => out !== null).map(({ serial }) => serial),
      accounts: phones.map(({ account }) => account),
    },
    {
      exitCode: 1,
      tests: { passed: 1, failed: 1, skipped: 0 },
      moved: [lost[0]],
      out: [...lost].sort(),
      accounts: ['none', 'none', 'created'],
    },
    printed,
  );
  const results = join(project, 'reports', 'allure-results');
  const texts = readdirSync(results)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => readFileSync(join(results, name), 'utf8'));
  assert.equal(texts.filter((text) => text.includes(`${lost[0]}, because of`)).length, 1);
});
