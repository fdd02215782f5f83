// A whole run on emulated phones that hold what nobody may read in a report, searched to its last byte. It
// takes place in a copy of the project, so that it touches neither its reports nor anybody's settings.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { Adb } from '../../../device/adb.ts';
import { freePorts } from '../../../launcher/ports.ts';
import type { Summary } from '../../../launcher/summary.ts';
import { withAndroidHome } from '../../../scripts/android-home.mjs';
import { TextEngine } from '../../../vision/engine.ts';
import { ScreenTextReader } from '../../../vision/screen-text.ts';
import { cleanEnvironment, copyProject } from '../project-copy.ts';
import { PLANTED, SPEC, VALUES } from './planted-values.ts';
import { plantedIn } from './planted.ts';
import { searchFiles } from './search-files.ts';
import { searchPictures } from './search-pictures.ts';

const run = promisify(execFile);
const adb = Adb.find(withAndroidHome(process.env));

let state: string;
let reports: string;
let environment: NodeJS.ProcessEnv;
let output: string;

before(async () => {
  state = mkdtempSync(join(tmpdir(), 'planted-run-'));
  const project = join(state, 'project');
  copyProject(project);
  reports = join(project, 'reports');
  mkdirSync(dirname(join(project, SPEC)), { recursive: true });
  cpSync(join(PROJECT_ROOT, 'test', 'launcher', 'masking', 'planted.spec.ts'), join(project, SPEC));
  const [adbServerPort] = await freePorts(1);
  environment = {
    ...cleanEnvironment(),
    ...VALUES,
    ANDROID_ADB_SERVER_PORT: String(adbServerPort),
    MI_STATE_DIR: state,
    MI_PHONE_NUMBER: `+1${PLANTED.number}`,
    MI_EMULATOR_LATENCY: '0',
    MI_STEP_BUDGET: '1m',
  };
  const wdio = join('node_modules', '@wdio', 'cli', 'bin', 'wdio.js');
  const ended = await run(process.execPath, [wdio, 'run', 'wdio.conf.ts', '--spec', SPEC], {
    cwd: project,
    env: environment,
  }).catch((error: unknown) => error as { stdout: string; stderr: string });
  output = ended.stdout + ended.stderr;
});

after(async () => {
  await run(adb, ['kill-server'], { env: environment });
  if (process.env['KEEP_PLANTED'] === undefined) rmSync(state, { recursive: true });
  else console.log(state);
});

describe('the report of a run on phones that hold secrets', () => {
  const planted = Object.entries(PLANTED).map(([what, value]) => ({ what, value }));

  it('is of a test that passed and one that failed', () => {
    const { tests } = JSON.parse(readFileSync(join(reports, 'summary.json'), 'utf8')) as Summary;
    assert.deepEqual(tests, { passed: 1, failed: 1, skipped: 0 }, output);
  });

  it('has none of them in any byte, however it is written or packed', () => {
    assert.deepEqual(searchFiles(reports, planted), []);
  });

  it('has none of them on any picture, still or moving', async () => {
    const engine = new TextEngine();
    try {
      const read = await searchPictures(reports, planted, new ScreenTextReader(engine));
      assert.deepEqual(read.found, []);
      // It has read the screens on which they were.
      assert.match(read.lines.join('\n'), /Settings/);
    } finally {
      await engine.close();
    }
  });

  it('was printed without them', () => {
    assert.deepEqual(plantedIn(output, planted), []);
  });
});
