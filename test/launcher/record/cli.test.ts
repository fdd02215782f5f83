import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

/** `npm run record` and `npm run check:locators` as QA types them, on an emulated phone. */
let adb: StockAdb;
let phone: StartedPhone;
const folder = mkdtempSync(join(tmpdir(), 'record-test-'));
const recording = join(folder, 'recording');
const running = new Set<Program>();
before(async () => {
  adb = await StockAdb.start(NO_OTHER_PHONES);
  phone = await StartedPhone.start(adb, '--profile', 'redmi-7a');
});
after(async () => {
  for (const program of running) program.kill();
  await phone.stop();
  await adb.stop();
  rmSync(folder, { recursive: true });
});

/** A command, with what it has printed until now. */
class Program {
  stdout = '';
  stderr = '';
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<unknown[]>;

  constructor(script: string, ...args: readonly string[]) {
    const env = Object.entries(adb.env).filter(([name]) => !/^(?:MI_|npm_)/.test(name));
    this.#process = spawn(process.execPath, ['scripts/run.mjs', script, ...args], {
      cwd: PROJECT_ROOT,
      env: { ...Object.fromEntries(env), MI_STATE_DIR: join(folder, 'state') },
    });
    this.#process.stdout.on('data', (data) => (this.stdout += String(data)));
    this.#process.stderr.on('data', (data) => (this.stderr += String(data)));
    this.#exited = once(this.#process, 'close');
    running.add(this);
  }

  enter(line: string): void {
    this.#process.stdin.write(`${line}\n`);
  }

  async printed(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.stdout)) {
      assert.equal(this.#process.exitCode, null, `ended with: ${this.stdout}${this.stderr}`);
      await Promise.race([once(this.#process.stdout, 'data'), this.#exited]);
    }
  }

  async exitCode(): Promise<number> {
    const [code] = await this.#exited;
    return code as number;
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}

test('a person records two screens, masked, which page objects know', async () => {
  await phone.adb('shell', 'am start -W -a android.settings.SETTINGS');
  const record = new Program(
    'launcher/record.ts',
    '--serial',
    phone.info.serial,
    '--to',
    recording,
  );
  await record.printed(/Enter records/);
  record.enter('');
  await record.printed(/Tap the account row/);
  await phone.adb('shell', 'am start -W -a android.settings.XIAOMI_ACCOUNT_SYNC_SETTINGS');
  await phone.adb('shell', 'input text 13800138000');
  record.enter('');
  await record.printed(/phone number \(PhoneNumberPage\); found: .*enterNumber/);
  record.enter('q');
  assert.equal(await record.exitCode(), 0, record.stderr);

  assert.equal(statSync(recording).mode & 0o777, 0o700);
  const files = readdirSync(recording);
  assert.deepEqual(files, [
    '01-settings.png',
    '01-settings.xml',
    '02-phone-number.png',
    '02-phone-number.xml',
    'recording.json',
  ]);
  for (const file of files) {
    assert.equal(statSync(join(recording, file)).mode & 0o777, 0o600);
    assert.ok(!readFileSync(join(recording, file)).includes('13800138000'), file);
  }

  const check = new Program('launcher/check-locators.ts', recording);
  assert.equal(await check.exitCode(), 0, check.stdout + check.stderr);
  assert.match(
    check.stdout,
    /02-phone-number\.xml +known +phone number \(PhoneNumberPage\) +7 of 7/,
  );
});

test('nothing was recorded when a person ends at once', async () => {
  const none = join(folder, 'none');
  const record = new Program('launcher/record.ts', '--serial', phone.info.serial, '--to', none);
  await record.printed(/Enter records/);
  record.enter('q');
  assert.equal(await record.exitCode(), 1);
});

test('what is nothing that can be checked is refused', async () => {
  const check = new Program('launcher/check-locators.ts', 'package.json');
  assert.equal(await check.exitCode(), 2);
  assert.match(check.stderr, /^package\.json cannot be checked\.$/m);
});
