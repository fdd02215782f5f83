import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualHarnessClock } from '../../../config/clock.ts';
import { SmsNotReceivedError } from '../../../device/errors.ts';
import { waitForSmsCode, type SmsWait } from '../../../device/sms/wait.ts';
import { FakeAdb } from '../fake-adb.ts';

const START_MS = 1_735_689_600_000;

interface Sms {
  atMs: number;
  body: string;
}

/** A phone that gets these messages when their time has come. */
function waitOn(messages: readonly Sms[], changes: Partial<SmsWait> = {}) {
  const clock = new ManualHarnessClock(START_MS);
  const adb = new FakeAdb(() => {
    const rows = messages
      .filter(({ atMs }) => atMs <= clock.now())
      .map(
        ({ atMs, body }, row) =>
          `Row: ${row} _id=${row}, address=xiaomi, date=${atMs}, date_sent=0, block_type=0, body=${body}\n`,
      );
    return { stdout: rows.length === 0 ? 'No result found.\n' : rows.join('') };
  });
  const waited: number[] = [];
  const wait: SmsWait = {
    adb,
    sinceMs: START_MS,
    budgetMs: 300_000,
    clock,
    signal: new AbortController().signal,
    onWaiting: (elapsedMs) => void waited.push(elapsedMs),
    used: new Set(),
    ...changes,
  };
  return { wait, waited, adb, clock };
}

const sms = (afterMs: number, code: string): Sms => ({
  atMs: START_MS + afterMs,
  body: `Mi Account verification code: ${code}.`,
});

test('a code that is there is taken without waiting', async () => {
  const { wait, waited } = waitOn([sms(0, '069382')]);
  assert.equal(await waitForSmsCode(wait), '069382');
  assert.deepEqual(waited, []);
});

test('a code that comes later is waited for, with progress, ever less often', async () => {
  const { wait, waited } = waitOn([sms(4 * 60_000, '069382')]);
  assert.equal(await waitForSmsCode(wait), '069382');
  const steps = waited.map((ms, index) => ms - (waited[index - 1] ?? 0));
  assert.equal(steps[0], 150);
  assert.equal(Math.max(...steps), 1000);
});

test('what has gone by of the budget already counts', async () => {
  const { wait, waited, clock } = waitOn([], { budgetMs: 60_000, spentMs: 50_000 });
  await assert.rejects(waitForSmsCode(wait), /within 01:00/);
  assert.equal(clock.now() - START_MS, 10_000);
  assert.ok((waited[0] ?? 0) > 50_000);
});

test('a message from before the request does not count', async () => {
  const { wait } = waitOn([sms(-1, '111111'), sms(500, '069382')]);
  assert.equal(await waitForSmsCode(wait), '069382');
});

test('of two codes the newer one is taken', async () => {
  const { wait } = waitOn([sms(0, '111111'), sms(0, '222222'), sms(-500, '333333')]);
  assert.equal(await waitForSmsCode(wait), '222222');
});

test('a code is given out once', async () => {
  const { wait } = waitOn([sms(0, '111111'), sms(2000, '222222')]);
  assert.equal(await waitForSmsCode(wait), '111111');
  assert.equal(await waitForSmsCode(wait), '222222');
  assert.deepEqual([...wait.used], ['111111', '222222']);
});

test('after the budget the error says what came instead', async () => {
  const { wait, clock } = waitOn([{ atMs: START_MS, body: 'Only today: 50 % off' }]);
  await assert.rejects(waitForSmsCode(wait), (error: unknown) => {
    assert.ok(error instanceof SmsNotReceivedError);
    assert.match(error.message, /within 05:00.*emulator-5554.*1 new SMS without an unused code/s);
    return true;
  });
  assert.equal(clock.now(), START_MS + 300_000);
});

test('an interruption ends the wait with its reason', async () => {
  const abort = new AbortController();
  const { wait } = waitOn([], {
    signal: abort.signal,
    onWaiting: () => abort.abort(new Error('interrupted')),
  });
  await assert.rejects(waitForSmsCode(wait), /interrupted/);
});
