import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { RealHarnessClock } from '../../../config/clock.ts';
import { loadSettings } from '../../../config/settings.ts';
import { Adb } from '../../../device/adb.ts';
import { measurePhoneClock } from '../../../device/clock.ts';
import { codeSources } from '../../../device/sms/sources.ts';
import { waitForSmsCode, type SmsWaitOutcome } from '../../../device/sms/wait.ts';
import { GATE_DEFAULTS } from '../../../emulator/android/gates/table.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

/** The sources on an emulated phone, through stock adb. */
const BUDGET_MS = 15_000;
const clock = new RealHarnessClock();
let stock: StockAdb;
let phone: StartedPhone;
before(async () => {
  stock = await StockAdb.start(NO_OTHER_PHONES);
  // The harness's own adb takes its server from here.
  process.env['ANDROID_ADB_SERVER_PORT'] = String(stock.serverPort);
  phone = await StartedPhone.start(stock);
});
afterEach(() => phone.gates(GATE_DEFAULTS));
after(async () => {
  await phone.stop();
  await stock.stop();
});

async function send(code: string): Promise<void> {
  const text = `Mi Account verification code: ${code}. It expires in 5 minutes.`;
  const { stdout } = await phone.adb('emu', 'sms', 'send', '106910000', text);
  assert.match(stdout, /^OK/m);
}

/** Waits for the code that arrives once the wait has begun. */
async function awaitCode(code: string, sources = 'inbox,notifications'): Promise<SmsWaitOutcome> {
  const adb = new Adb({ adbPath: 'adb', serial: phone.info.serial });
  const settings = loadSettings({ MI_SMS_SOURCES: sources });
  const { signal } = new AbortController();
  const reading = await codeSources({ adb, settings });
  const phoneClock = await measurePhoneClock(adb, clock);
  let isSent = false;
  return waitForSmsCode({
    ...reading,
    serial: phone.info.serial,
    sinceMs: phoneClock.earliestAt(clock.now()),
    untilMs: clock.now() + BUDGET_MS,
    clock,
    signal,
    used: new Set(),
    onWaiting: async () => {
      if (isSent) return;
      isSent = true;
      await send(code);
    },
  });
}

test('a code is read in the inbox', async () => {
  const outcome = await awaitCode('318204', 'inbox');
  assert.deepEqual(outcome, { kind: 'code', code: '318204', source: 'inbox' });
});

test('a code is read off the notifications', async () => {
  const outcome = await awaitCode('318205', 'notifications');
  assert.deepEqual(outcome, { kind: 'code', code: '318205', source: 'notifications' });
});

test('a code from before the request does not count', async () => {
  await send('111111');
  const outcome = await awaitCode('318206');
  assert.equal(outcome.kind === 'code' ? outcome.code : outcome.kind, '318206');
});

test('where the inbox is closed the notifications have it', async () => {
  await phone.gates({ 'sms-provider': 'denied' });
  const outcome = await awaitCode('318207');
  assert.deepEqual(outcome, { kind: 'code', code: '318207', source: 'notifications' });
});

test('where the inbox alone is read and closed the wait ends at once, with what it answered', async () => {
  await phone.gates({ 'sms-provider': 'denied' });
  await assert.rejects(awaitCode('318208', 'inbox'), {
    name: 'SmsSourcesClosedError',
    message: /inbox: java\.lang\.SecurityException: Permission Denial.*READ_SMS/,
  });
});

test('a code that came by free network SMS is in the notifications', async () => {
  await phone.gates({ 'free-sms': 'on' });
  const outcome = await awaitCode('318209');
  assert.deepEqual(outcome, { kind: 'code', code: '318209', source: 'notifications' });
});

test('a message that is hidden from who reads SMS is in the notifications', async () => {
  await phone.gates({ 'notification-sms': 'denied' });
  const outcome = await awaitCode('318210');
  assert.deepEqual(outcome, { kind: 'code', code: '318210', source: 'notifications' });
});
