// A run on a phone that was there before, with a spec that is only for phones which the run starts
// itself. It takes place in a copy of the project, so that it touches neither its reports nor anybody's
// settings.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Summary } from '../../../launcher/summary.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';
import { cleanEnvironment, copyProject } from '../project-copy.ts';

/** Most of it is Node loading WebdriverIO, and the report; a session alone takes longer. */
const SECONDS_NOT_MINUTES_MS = 60_000;
const WDIO = join('node_modules', '@wdio', 'cli', 'bin', 'wdio.js');
const NUMBER = '+12015550123';

const root = mkdtempSync(join(tmpdir(), 'mi-refused-run-'));
const project = join(root, 'project');
const stateDir = join(root, 'state');
let adb: StockAdb;
let phone: StartedPhone;

before(async () => {
  copyProject(project);
  adb = await StockAdb.start(NO_OTHER_PHONES);
  phone = await StartedPhone.start(adb, '--number', NUMBER);
  await phone.until('the phone to be listed', async () => (await phone.state()) === 'device');
});
after(async () => {
  await phone.stop();
  await adb.stop();
  rmSync(root, { recursive: true });
});

/** @returns what the run said of its error, and how long it took. */
async function runSpec(spec: string) {
  const startMs = performance.now();
  const env = {
    ...cleanEnvironment(),
    ANDROID_ADB_SERVER_PORT: String(adb.serverPort),
    MI_TARGET: 'devices',
    MI_PHONES: phone.info.serial,
    MI_PHONE_NUMBER: NUMBER,
    MI_ALLOW_LIVE_SIGNUP: 'yes',
    MI_STATE_DIR: stateDir,
  };
  const exitCode = await new Promise((resolve) => {
    const words = [WDIO, 'run', 'wdio.conf.ts', '--spec', spec];
    execFile(process.execPath, words, { cwd: project, env }, (error) => resolve(error?.code ?? 0));
  });
  const summary = readFileSync(join(project, 'reports', 'summary.json'), 'utf8');
  const { error } = JSON.parse(summary) as Summary;
  return { exitCode, error, tookMs: performance.now() - startMs };
}

/** What a run would change first, and what it must not have asked for. */
async function traces() {
  const { admin, adminToken } = phone.info.service;
  const headers = { authorization: `Bearer ${adminToken}` };
  const submissions = await (await fetch(`${admin}/submissions`, { headers })).text();
  return {
    // Its clock goes on.
    screen: (await phone.dump()).replace(/text="[^"]*\d[^"]*"/g, 'text=""'),
    helpers: await phone.shell('pm list packages io.appium'),
    submissions,
  };
}

test('an @emulated spec is refused on live in seconds, and phone and service are untouched', async () => {
  const before = await traces();
  const { exitCode, error, tookMs } = await runSpec('specs/sms-code/quota.spec.ts');
  assert.deepEqual(
    { exitCode, error: error?.type, quick: tookMs < SECONDS_NOT_MINUTES_MS },
    { exitCode: 1, error: 'NoTestForPhoneError', quick: true },
    error?.message,
  );
  assert.match(error?.message ?? '', /specs\/sms-code\/quota\.spec\.ts.*@emulated/);
  assert.deepEqual(await traces(), before);
  assert.ok(!readdirSync(root).includes('state'));
});
