// Whole runs on an emulated phone, each ended by force while it waits for the account service. They
// take place in a copy of the project, so that they touch neither its reports nor anybody's settings.
import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Adb } from '../../device/adb.ts';
import { freePorts } from '../../launcher/ports.ts';
import { RUN_FOLDER_VARIABLE } from '../../launcher/run-folder.ts';
import type { Summary } from '../../launcher/summary.ts';
import { listProcesses } from '../processes.ts';
import { cleanEnvironment, copyProject, NPM_START } from './project-copy.ts';
import { withAndroidHome } from '../../scripts/android-home.mjs';

const run = promisify(execFile);
const adb = Adb.find(withAndroidHome(process.env));
/** Nobody waits five minutes for the end of a lost phone. */
const SECONDS_NOT_MINUTES_MS = 60_000;
const skip = existsSync('/proc/self/environ') ? false : 'needs /proc';

const WDIO_RUN = ['wdio.conf.ts', '--spec', join('specs', 'sign-up.spec.ts')];
const UNWRAPPED = [join('node_modules', '@wdio', 'cli', 'bin', 'wdio.js'), 'run', ...WDIO_RUN];

let state: string;
let project: string;
let environment: NodeJS.ProcessEnv;

before(async () => {
  state = mkdtempSync(join(tmpdir(), 'interrupt-test-'));
  project = join(state, 'project');
  copyProject(project);
  const [adbServerPort] = await freePorts(1);
  environment = {
    ...cleanEnvironment(),
    ANDROID_ADB_SERVER_PORT: String(adbServerPort),
    [RUN_FOLDER_VARIABLE]: join(state, 'run'),
    MI_STATE_DIR: state,
    // No picture is come to: nobody needs to get ready to read one.
    MI_PICTURE_CODE: 'ask',
    // No code comes while the test lasts.
    MI_EMULATOR_LATENCY: '10m',
  };
});

after(async () => {
  await run(adb, ['kill-server'], { env: environment });
  rmSync(state, { recursive: true });
});

/** The processes of the run: they all inherit the name of its folder. */
function processes(): { pid: number; command: string }[] {
  const mark = `${RUN_FOLDER_VARIABLE}=${join(state, 'run')}\0`;
  return listProcesses().filter(
    ({ command, environment: own }) => own.includes(mark) && !/adb .*fork-server/.test(command),
  );
}

function kill(pattern: RegExp): void {
  const found = processes().find(({ command }) => pattern.test(command));
  assert.ok(found, `no process ${String(pattern)}`);
  process.kill(found.pid, 'SIGKILL');
}

function summary(): Summary {
  return JSON.parse(readFileSync(join(project, 'reports', 'summary.json'), 'utf8')) as Summary;
}

describe('a run that is ended by force', { skip }, () => {
  let child: ChildProcess;
  let printed: string;

  /** Resolves when the run waits for the account service. */
  async function start(args: readonly string[]): Promise<void> {
    printed = '';
    child = spawn(process.execPath, args, {
      cwd: project,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (/waiting for (?!a known screen|the account app)/.test(printed)) resolve();
      });
      child.once('exit', () => reject(new Error(`ended before it waited:\n${printed}`)));
    });
  }

  afterEach(() => {
    for (const { pid } of processes()) process.kill(pid, 'SIGKILL');
  });

  async function end(): Promise<{ exitCode: number | null; tookMs: number }> {
    const startMs = performance.now();
    await once(child, 'exit');
    return { exitCode: child.exitCode, tookMs: performance.now() - startMs };
  }

  async function leftBehind() {
    const { stdout: forwards } = await run(adb, ['forward', '--list'], { env: environment });
    return {
      processes: processes().map(({ command }) => command),
      forwards: forwards.trim(),
      folder: existsSync(join(state, 'run')),
    };
  }

  const NOTHING = { processes: [], forwards: '', folder: false };

  it('by Ctrl-C, which reaches the worker too, leaves nothing behind but its report', async () => {
    await start(UNWRAPPED);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    const { exitCode } = await end();
    assert.deepEqual(
      { exitCode, error: summary().error?.type, left: await leftBehind() },
      { exitCode: 1, error: 'InterruptedError', left: NOTHING },
    );
  });

  it('by Ctrl-C again and again leaves nothing behind, not even the report of the run before', async () => {
    const before = join(project, 'reports', 'junit', 'of-the-run-before.xml');
    mkdirSync(join(before, '..'), { recursive: true });
    writeFileSync(before, '');
    await start(UNWRAPPED);
    const hammering = setInterval(() => process.kill(-(child.pid ?? 0), 'SIGINT'), 100);
    child.once('exit', () => clearInterval(hammering));
    await end();
    assert.deepEqual(
      { left: await leftBehind(), before: existsSync(before) },
      { left: NOTHING, before: false },
    );
  });

  it('by SIGTERM to its first process leaves nothing behind but its report', async () => {
    await start(NPM_START);
    child.kill('SIGTERM');
    const { exitCode } = await end();
    assert.deepEqual(
      { exitCode, error: summary().error?.type, left: await leftBehind() },
      { exitCode: 1, error: 'InterruptedError', left: NOTHING },
    );
  });

  for (const { lost, command, error } of [
    { lost: 'its phone', command: /xiaomi-phone/, error: 'PhoneLostError' },
    { lost: 'Appium', command: /appium.index\.js/, error: 'AppiumLostError' },
  ]) {
    it(`by the death of ${lost} ends within seconds, with the reason`, async () => {
      await start(NPM_START);
      kill(command);
      const { exitCode, tookMs } = await end();
      const quick = tookMs < SECONDS_NOT_MINUTES_MS;
      assert.deepEqual(
        { exitCode, error: summary().error?.type, left: await leftBehind(), quick },
        { exitCode: 1, error, left: NOTHING, quick: true },
      );
    });
  }
});
