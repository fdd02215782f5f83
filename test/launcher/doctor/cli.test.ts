import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { PHONE_CHECK_IDS } from '../../../config/troubleshooting.ts';
import type { CheckResult } from '../../../device/doctor/result.ts';
import schema from '../../../docs/doctor.schema.json' with { type: 'json' };
import { GATE_DEFAULTS } from '../../../emulator/android/gates/table.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

/** `npm run doctor` as QA types it, with an emulated phone. */
let adb: StockAdb;
let phone: StartedPhone;
const folder = mkdtempSync(join(tmpdir(), 'doctor-cli-'));
before(async () => {
  adb = await StockAdb.start(NO_OTHER_PHONES);
  phone = await StartedPhone.start(adb);
});
afterEach(() => phone.gates(GATE_DEFAULTS));
after(async () => {
  await phone.stop();
  await adb.stop();
  rmSync(folder, { recursive: true });
});

async function doctor(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const own = Object.fromEntries(
    Object.entries(adb.env).filter(([name]) => !/^(?:MI_|npm_)/.test(name)),
  );
  const words = ['scripts/run.mjs', 'launcher/doctor.ts', ...args];
  const child = spawn(process.execPath, words, {
    cwd: PROJECT_ROOT,
    // As in a CI job, whose output has no colour either.
    env: { ...own, CI: 'true', MI_STATE_DIR: join(folder, 'state'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { stdout, stderr, exitCode };
}

test('a phone that is ready is said to be, and the exit code with it', async () => {
  const { stdout, stderr, exitCode } = await doctor([]);
  assert.equal(exitCode, 0, stdout + stderr);
  assert.match(stdout, new RegExp(`^✓ ${phone.info.serial}: ready`, 'm'));
  assert.equal(stderr, '');
});

test('a phone that lets no tap in is not ready', async () => {
  await phone.gates({ 'adb-input': 'off' });
  const { stdout, exitCode } = await doctor([]);
  assert.equal(exitCode, 1);
  assert.match(stdout, /✗ USB debugging \(Security settings\) +off$/m);
});

test('with --json it prints an array of every check that the schema describes', async () => {
  const { stdout } = await doctor(['--json']);
  const results = JSON.parse(stdout) as CheckResult[];
  const validate = new Ajv2020({ strict: true }).compile(schema);
  assert.ok(validate(results), JSON.stringify(validate.errors));
  const ids = results.filter(({ scope }) => scope === phone.info.serial).map(({ id }) => id);
  assert.deepEqual(ids, PHONE_CHECK_IDS);
});

test('with --fix it does what it may, and says what', async () => {
  const { stdout, exitCode } = await doctor(['--fix']);
  assert.equal(exitCode, 0, stdout);
  assert.match(stdout, /animations: turned off the animations$/m);
  assert.match(stdout, /✓ animations +off$/m);
});

test('a phone that is named and not there is not connected', async () => {
  const { stdout, exitCode } = await doctor(['--serial', 'nobody']);
  assert.equal(exitCode, 1);
  assert.match(stdout, /✗ connection +not reached: not connected$/m);
});

test('an unknown option is refused before anything is looked at', async () => {
  const { stdout, stderr, exitCode } = await doctor(['--foo']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /The command line was not understood/);
  assert.equal(stdout, '');
});
