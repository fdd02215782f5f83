import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, afterEach, before, test } from 'node:test';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { GATE_DEFAULTS } from '../../../emulator/android/gates/table.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

/** `npm run sms` as QA types it, on an emulated phone. */
let adb: StockAdb;
let phone: StartedPhone;
const running = new Set<Sms>();
before(async () => {
  adb = await StockAdb.start(NO_OTHER_PHONES);
  phone = await StartedPhone.start(adb);
  await send('Mi Account verification code: 318204. It expires in 5 minutes.');
});
afterEach(async () => {
  for (const sms of running) await sms.kill();
  running.clear();
  await phone.gates(GATE_DEFAULTS);
});
after(async () => {
  await phone.stop();
  await adb.stop();
});

async function send(text: string, from = '106910000'): Promise<void> {
  const { stdout } = await phone.adb('emu', 'sms', 'send', from, text);
  assert.match(stdout, /^OK/m);
}

/** The program, with what it has printed until now. */
class Sms {
  stdout = '';
  stderr = '';
  readonly #process: ChildProcess;
  readonly #exited: Promise<unknown[]>;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const own = Object.fromEntries(
      Object.entries(adb.env).filter(([name]) => !/^(?:MI_|npm_)/.test(name)),
    );
    const words = ['scripts/run.mjs', 'launcher/sms.ts', ...args];
    this.#process = spawn(process.execPath, words, {
      cwd: PROJECT_ROOT,
      env: { ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout?.on('data', (data) => (this.stdout += String(data)));
    this.#process.stderr?.on('data', (data) => (this.stderr += String(data)));
    this.#exited = once(this.#process, 'close');
    running.add(this);
  }

  async exitCode(): Promise<number> {
    const [code] = await this.#exited;
    return code as number;
  }

  async printed(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.stdout)) {
      assert.equal(this.#process.exitCode, null, `ended with: ${this.stdout}${this.stderr}`);
      await once(this.#process.stdout ?? this.#process, 'data');
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exited;
  }
}

const serial = () => ['--serial', phone.info.serial];

test('the state of the phone and its messages are printed, without their texts', async () => {
  await send('See you at 18:30, table 204817', '+8613800138000');
  const sms = new Sms(serial());
  assert.equal(await sms.exitCode(), 0);
  assert.match(sms.stdout, new RegExp(`^phone +${phone.info.serial}$`, 'm'));
  assert.match(sms.stdout, /^clock +as on this machine/m);
  assert.match(sms.stdout, /^inbox +open\nnotifications +open$/m);
  assert.match(sms.stdout, /^ +[\d:]{8} +106910000 +inbox +code 318204$/m);
  assert.match(sms.stdout, /^ +[\d:]{8} +…000 +inbox +no code$/m);
  assert.doesNotMatch(sms.stdout, /See you|13800138000/);
});

test('without a serial it is the phone of the settings', async () => {
  const sms = new Sms([], {
    MI_TARGET: 'devices',
    MI_PHONES: phone.info.serial,
    MI_PHONE_NUMBER: phone.info.number,
  });
  assert.equal(await sms.exitCode(), 0, sms.stderr);
});

test('messages from before the time that is asked for are not shown', async () => {
  const sms = new Sms([...serial(), '--since', '1ms']);
  assert.equal(await sms.exitCode(), 0);
  assert.match(sms.stdout, /SMS of the last 1ms, by the phone's clock\n {2}none/);
});

test('where nothing can be read it says why and what to do, and fails', async () => {
  await phone.gates({ 'sms-provider': 'denied' });
  const sms = new Sms(serial(), { MI_SMS_SOURCES: 'inbox' });
  assert.equal(await sms.exitCode(), 1);
  assert.match(
    sms.stdout,
    /^inbox +closed\n +what it answered: java\.lang\.SecurityException.*\n +what to do: Turn on/m,
  );
});

test('watching shows what comes, and Ctrl-C ends it well', async () => {
  const sms = new Sms([...serial(), '--watch']);
  await sms.printed(/Watching/);
  await send('Mi Account verification code: 442211. It expires in 5 minutes.');
  await sms.printed(/inbox +code 442211/);
  sms.signal('SIGINT');
  assert.equal(await sms.exitCode(), 0);
  assert.equal(sms.stderr, '\nStopped.\n');
});

test('watching tells of a source that closes', async () => {
  const sms = new Sms([...serial(), '--watch']);
  await sms.printed(/Watching/);
  await phone.gates({ 'sms-provider': 'denied' });
  await sms.printed(/inbox +closed\n +what it answered: java\.lang\.SecurityException/);
});

test('a phone that is lost while it is watched ends it with the reason', async () => {
  const other = await StartedPhone.start(adb);
  const sms = new Sms(['--serial', other.info.serial, '--watch']);
  try {
    await sms.printed(/Watching/);
  } finally {
    await other.stop();
  }
  assert.equal(await sms.exitCode(), 1);
  assert.match(sms.stderr, /The phone cannot be reached over adb\.\n {2}phone: /);
});

test('a serial that nobody has is refused', async () => {
  const sms = new Sms(['--serial', 'nobody']);
  assert.equal(await sms.exitCode(), 1);
  assert.match(sms.stderr, /^Phone nobody is not connected\.$/m);
});

const MISTAKES: [what: string, args: string[], env: NodeJS.ProcessEnv, message: RegExp][] = [
  ['an unknown option', ['--foo'], {}, /The command line was not understood/],
  ['a wrong setting', [], { MI_SIM_SLOT: 'left' }, /MI_SIM_SLOT: "left" was given/],
];
for (const [what, args, env, message] of MISTAKES) {
  test(`${what} is refused before a phone is asked`, async () => {
    const sms = new Sms(args, env);
    assert.equal(await sms.exitCode(), 2);
    assert.match(sms.stderr, message);
    assert.equal(sms.stdout, '');
  });
}
