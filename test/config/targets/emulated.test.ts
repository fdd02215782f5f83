import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RealHarnessClock } from '../../../config/clock.ts';
import { loadSettings } from '../../../config/settings.ts';
import {
  openEmulated,
  startOptions,
  type EmulatedContext,
} from '../../../config/targets/emulated.ts';
import { PhoneProcess } from '../../../config/targets/phone-process.ts';
import { PhoneNotAvailableError, type ListedPhone } from '../../../config/targets/target.ts';

const SERIAL = 'emulator-5554';
const LISTED: ListedPhone[] = [{ serial: SERIAL, state: 'device' }];

/** Prints the ready line and lives until it is told to end. */
const PHONE = `
  console.log('starting');
  console.log(JSON.stringify({
    serial: '${SERIAL}', consolePort: 5554, number: '+12015550123', pid: process.pid,
  }));
  setInterval(() => {}, 1000);
`;

function contextOf(changes: Partial<EmulatedContext> = {}) {
  const output: string[] = [];
  const context: EmulatedContext = {
    settings: loadSettings({}),
    listPhones: async () => LISTED,
    clock: new RealHarnessClock(),
    signal: new AbortController().signal,
    onOutput: (text) => output.push(text),
    ...changes,
  };
  return { context, pid: () => Number(/"pid":(\d+)/.exec(output.join(''))?.[1]) };
}

function open(context: EmulatedContext, script = PHONE) {
  return openEmulated(
    context,
    () => new PhoneProcess(process.execPath, ['-e', script], context.onOutput),
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('the phone is started with the settings', () => {
  const settings = loadSettings({
    MI_PHONE_NUMBER: '+491713920012',
    MI_EMULATOR_PORT: '5580',
    MI_EMULATOR_LATENCY: '0',
    MI_EMULATOR_PROFILE: 'mi-8',
    MI_EMULATOR_LANGUAGE: 'zh-CN',
    MI_EMULATOR_OPTIONS: '--secure on',
  });
  assert.equal(
    startOptions(settings).join(' '),
    '--count 1 --number +491713920012 --latency 0 --port 5580 --profile mi-8 --language zh-CN --secure on',
  );
});

test('each profile is a phone in each language', () => {
  const settings = loadSettings({
    MI_EMULATOR_PROFILE: 'mi-8,mi-9',
    MI_EMULATOR_LANGUAGE: 'en,ru',
    MI_EMULATOR_LATENCY: '0',
  });
  assert.equal(
    startOptions(settings).join(' '),
    '--count 4 --number +12015550123 --latency 0 --profile mi-8 --language en --profile mi-8 --language ru --profile mi-9 --language en --profile mi-9 --language ru',
  );
});

test('the phone is there when its line was printed and adb lists it, until it is stopped', async () => {
  let asked = 0;
  const { context, pid } = contextOf({
    listPhones: async () => ((asked += 1) < 3 ? [] : LISTED),
  });
  const phone = await open(context);
  assert.deepEqual(
    phone.phones.map(({ serial, startedByThisRun, number }) => [serial, startedByThisRun, number]),
    [[SERIAL, true, '+12015550123']],
  );
  assert.equal(asked, 3);
  assert.equal(isAlive(pid()), true);
  await phone.stop();
  assert.equal(isAlive(pid()), false);
});

test('stopping is not taken for dying', async () => {
  const { context } = contextOf();
  const phone = await open(context);
  let died = false;
  phone.onExit(() => (died = true));
  await phone.stop();
  assert.equal(died, false);
});

test('a phone that dies in mid-run tells', async () => {
  const { context, pid } = contextOf();
  const phone = await open(context);
  const reason = new Promise<string>((resolve) => phone.onExit(resolve));
  process.kill(pid(), 'SIGKILL');
  assert.equal(await reason, 'it was ended by SIGKILL');
});

test('an interrupted run stops its phone', { timeout: 20_000 }, async () => {
  const abort = new AbortController();
  const { context, pid } = contextOf({ signal: abort.signal });
  await open(context);
  abort.abort();
  while (isAlive(pid())) await new Promise((resolve) => setImmediate(resolve));
});

test('an interruption while the phone is starting stops it and is passed on', async () => {
  const abort = new AbortController();
  let asked = 0;
  const { context, pid } = contextOf({
    signal: abort.signal,
    listPhones: async () => {
      asked += 1;
      if (asked === 2) abort.abort(new Error('interrupted'));
      return [];
    },
  });
  await assert.rejects(open(context), /interrupted/);
  assert.equal(isAlive(pid()), false);
});

test('a phone that cannot start says why, without phone numbers', async () => {
  const script = `console.error('port 5555 is taken (number +12015550123)'); process.exitCode = 3;`;
  await assert.rejects(open(contextOf().context, script), (error: unknown) => {
    assert.ok(error instanceof PhoneNotAvailableError);
    assert.match(error.message, /exit code 3.*port 5555 is taken.*MI_EMULATOR_PORT/s);
    assert.doesNotMatch(error.message, /2015550123/);
    return true;
  });
});
