import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ShellPhone } from './phone.ts';

describe('shell: streaming', () => {
  let phone: ShellPhone;
  beforeEach(() => {
    phone = new ShellPhone();
  });
  afterEach(() => phone.stop());

  test('logcat prints what is in the buffer at once', async () => {
    const running = phone.start('logcat -v threadtime');
    await running.seen(
      /^01-01 07:00:00\.000 {2}1542 {2}1542 I ActivityManager: System now ready$/m,
    );
    running.hangUp();
    await running.done;
  });

  test('logcat follows', async () => {
    const running = phone.start('logcat');
    await running.seen(/System now ready/);
    phone.system.logcat.write('W', 'Later', 'happened');
    await running.seen(/W Later {3}: happened/);
    running.hangUp();
    await running.done;
  });

  test('logcat follows behind an export and an exec, as adb logcat asks', async () => {
    const running = phone.start(`export ANDROID_LOG_TAGS="''"; exec logcat '-v' 'brief'`);
    await running.seen(/I\/ActivityManager\( 1542\): System now ready/);
    running.hangUp();
    assert.equal((await running.done).exitCode, 129);
  });

  test('an idle phone goes on logging', async () => {
    const running = phone.start('logcat -T 1');
    await running.seen(/\n/);
    phone.clock.advance(5000);
    await running.seen(/SurfaceFlinger/);
    running.hangUp();
    await running.done;
  });

  test('what stands before a stream is printed before it', async () => {
    const running = phone.start('echo first; logcat');
    const text = await running.seen(/System now ready/);
    running.hangUp();
    await running.done;
    assert.ok(text.startsWith('first\n'));
  });

  test('a stream behind a failed && does not start', async () => {
    assert.deepEqual(await outcome('false && logcat'), { stdout: '', exitCode: 1 });
  });

  test('a stream passes through a line filter while it runs', async () => {
    const running = phone.start('logcat -v raw | grep -i MARK | tr a-z A-Z');
    phone.system.logcat.write('I', 'Test', 'noise');
    phone.system.logcat.write('I', 'Test', 'a mark');
    assert.equal(await running.seen(/\n/), 'A MARK\n');
    running.hangUp();
    await running.done;
  });

  test('a stream into a command that needs all of it gives what there is', async () => {
    assert.match(await phone.stdout('logcat | head -n 2 | tail -n 1'), /Starting phase 1000/);
  });

  test('a command that waits for input ends with its client', async () => {
    const running = phone.start('cat');
    running.hangUp();
    assert.equal((await running.done).stdout, '');
  });

  test('a command that sleeps ends with its client', async () => {
    const running = phone.start('sleep 100; echo late');
    running.hangUp();
    assert.equal((await running.done).stdout, '');
  });

  test('logcat -d ends', async () => {
    assert.equal((await phone.run('logcat -d')).exitCode, 0);
  });

  test('logcat -c empties the buffer', async () => {
    assert.equal(await phone.stdout('logcat -c; logcat -d'), '');
  });

  test('a filter spec keeps other tags out', async () => {
    assert.deepEqual(
      (await phone.stdout('logcat -d -v tag -s ActivityManager:I')).split('\n').slice(1, 2),
      ['I/ActivityManager: System now ready'],
    );
  });

  test('a received SMS is logged without its text', async () => {
    phone.system.telephony.receiveSms({ from: 'Xiaomi', body: 'Your code is 271828' });
    const log = await phone.stdout('logcat -d -b all');
    assert.ok(log.includes('SmsReceiverService') && !log.includes('271828'));
  });

  async function outcome(commandLine: string) {
    const { stdout, exitCode } = await phone.run(commandLine);
    return { stdout, exitCode };
  }
});
