// Whole runs on an emulated phone in which a person is asked for the picture: here one who reads what
// the run prints, and answers into its terminal.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Adb } from '../../device/adb.ts';
import { freePorts } from '../../launcher/ports.ts';
import type { Summary } from '../../launcher/summary.ts';
import { withAndroidHome } from '../../scripts/android-home.mjs';
import { TextEngine } from '../../vision/engine.ts';
import { PictureCodeReader } from '../../vision/picture-code.ts';
import { sureAnswers } from '../../vision/sure-answers.ts';
import { cleanEnvironment, copyProject, NPM_START } from './project-copy.ts';

const engine = new TextEngine();
const reader = sureAnswers(new PictureCodeReader('test', engine));

let state: string;
let project: string;
let environment: NodeJS.ProcessEnv;

before(async () => {
  state = mkdtempSync(join(tmpdir(), 'ask-test-'));
  project = join(state, 'project');
  copyProject(project);
  const [adbServerPort] = await freePorts(1);
  environment = {
    ...cleanEnvironment(),
    ANDROID_ADB_SERVER_PORT: String(adbServerPort),
    MI_STATE_DIR: state,
    MI_PICTURE_CODE: 'ask',
    MI_EMULATOR_LATENCY: '0',
  };
});

after(async () => {
  await engine.close();
  const adb = Adb.find(withAndroidHome(process.env));
  await promisify(execFile)(adb, ['kill-server'], { env: environment });
  rmSync(state, { recursive: true });
});

/** @param answer what is typed for a picture, of which the path is given. */
async function run(env: NodeJS.ProcessEnv, answer: (path: string) => Promise<string>) {
  const child = spawn(process.execPath, NPM_START, {
    cwd: project,
    env: { ...environment, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    const path = /^ {2}picture: (.+)$/.exec(line)?.[1];
    if (path !== undefined) child.stdin.write(`${await answer(path)}\n`);
  }
  await exited;
  const summary = readFileSync(join(project, 'reports', 'summary.json'), 'utf8');
  return { summary: JSON.parse(summary) as Summary, printed: printed.join('\n') };
}

describe('a person who is asked for the picture in the terminal', () => {
  for (const [generation, env] of [
    ['current', {}],
    ['classic', { MI_EMULATOR_PROFILE: 'redmi-7a' }],
  ] as const) {
    it(`answers it: ${generation} account app`, async () => {
      const modes: number[] = [];
      const { summary, printed } = await run(env, async (path) => {
        modes.push(statSync(path).mode & 0o777);
        // Enter alone asks for another one.
        return (await reader.read(readFileSync(path))) ?? '';
      });
      assert.deepEqual(
        [summary.outcome, summary.phones.map(({ account }) => account)],
        ['passed', ['created']],
        printed,
      );
      assert.ok(modes.length > 0 && modes.every((mode) => mode === 0o600), String(modes));
    });
  }
});
