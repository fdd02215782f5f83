import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
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

  test('a stream ends when its reader has enough', async () => {
    assert.match(await phone.stdout('logcat | head -n 2 | tail -n 1'), /Starting phase 1000/);
  });

  test('a writer that waits for its reader ends with it', async () => {
    assert.equal(await phone.stdout('cat /dev/zero | gzip | head -c 10 | wc -c'), '10\n');
  });

  test('a file of many pieces is packed without a warning', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    try {
      await phone.stdout('head -c 8M /dev/urandom | gzip | wc -c');
      // A warning is told in a turn of its own.
      await setImmediate();
    } finally {
      process.off('warning', note);
    }
    assert.deepEqual(warnings, []);
  });

  test('a file without an end ends with the client', async () => {
    const running = phone.start('cat /dev/zero');
    await running.seen(/\0/);
    running.hangUp();
    assert.equal((await running.done).exitCode, 129);
  });

  test('no shell is made for clients that go before their turn', async (t) => {
    const execute = t.mock.method(phone.shell, 'execute');
    const waiting = [phone.start('logcat'), phone.start('logcat'), phone.start('')];
    await setImmediate();
    for (const each of waiting) each.hangUp();
    const codes = await Promise.all(waiting.map(async ({ done }) => (await done).exitCode));
    assert.deepEqual(codes, [129, 129, 129]);
    assert.ok(execute.mock.callCount() < waiting.length);
  });

  test('a stream goes into a file as it comes', async () => {
    const running = phone.start(
      'logcat > /data/local/tmp/log & until [ -s /data/local/tmp/log ]; do :; done; cat /data/local/tmp/log',
    );
    assert.match((await running.done).stdout, /System now ready/);
  });

  test('the exit code is that of the last command of the pipe', async () => {
    assert.equal(await phone.stdout('getprop | grep -q nosuch; echo $?'), '1\n');
  });

  test('what a command writes is there before the next one runs', async () => {
    const running = phone.start('echo 1; sleep 1; echo 2');
    assert.equal(await running.seen(/\n/), '1\n');
    assert.equal((await phone.timePasses(running.done)).stdout, '1\n2\n');
  });

  test('messages stand where they came up', async () => {
    const pty = phone.start('echo 1; echo 2 >&2; echo 3', { tty: true });
    assert.equal((await pty.done).stdout, '1\r\n2\r\n3\r\n');
  });

  test('a loop over files does not wait for input', async () => {
    const running = phone.start('echo x > /sdcard/a.txt; for f in /sdcard/*.txt; do cat $f; done');
    assert.equal((await running.done).stdout, 'x\n');
  });

  for (const [script, output] of [
    ['read x; echo "<$x>"; cat', '<one>\ntwo\nthree\n'],
    ['head -n 1; echo --; cat', 'one\n--\ntwo\nthree\n'],
    ['while read l; do echo "<$l>"; done', '<one>\n<two>\n<three>\n'],
    ['f() { read x; echo "<$x>"; }; f; f', '<one>\n<two>\n'],
    ['x=$(cat); echo $x', 'one two three\n'],
  ] as const) {
    test(`${script}: each reader goes on where the last one stopped`, async () => {
      assert.equal((await phone.run(script, 'one\ntwo\nthree\n')).stdout, output);
    });
  }

  test('bytes pass through pipes and redirections', async () => {
    const bytes = randomBytes(10_000);
    await phone.system.files.writeFile('/sdcard/raw', bytes);
    const { stdoutBytes } = await phone.run('cd /sdcard; cat raw | gzip -c > z; zcat < z | cat');
    assert.deepEqual(stdoutBytes, bytes);
  });

  test('more than just-bash can hold goes through filters', async () => {
    await phone.system.files.writeFile('/sdcard/big', Buffer.alloc(40_000_000));
    assert.equal(await phone.stdout('cat /sdcard/big | gzip -c | zcat | wc -c'), '40000000\n');
  });

  test('more than just-bash can hold is refused', async () => {
    await phone.system.files.writeFile('/sdcard/big', Buffer.alloc(40_000_000));
    const { stderr } = await phone.run('cat /sdcard/big | sort');
    assert.equal(stderr, 'cat: write: No space left on device\n');
  });

  test('Ctrl-C ends a loop with 130, and says no more than ^C', async () => {
    const running = phone.start('echo go; while true; do :; done', { tty: true });
    await running.seen(/go/);
    running.stdin.write('\x03');
    const { stdout, exitCode } = await running.done;
    assert.deepEqual({ stdout, exitCode }, { stdout: 'go\r\n^C', exitCode: 130 });
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

  test('logcat -m ends after so many entries', async () => {
    assert.match(await phone.stdout('logcat -v tag -m 1'), /^-+ beginning of main\n.*\n$/);
  });

  test('logcat -e wants the message to match', async () => {
    phone.system.logcat.write('I', 'Test', 'number 42');
    assert.match(await phone.stdout("logcat -d -v raw -e 'ber [0-9]+$'"), /main\nnumber 42\n$/);
  });

  test('log writes what logcat reads', async () => {
    await phone.stdout('log -t MyTag -p w hello you');
    assert.match(await phone.stdout('logcat -d -v tag -s MyTag'), /^W\/MyTag {3}: hello you$/m);
  });

  for (const [option, message] of [
    ['-Z', 'logcat: invalid option -- Z'],
    ['--nope', "logcat: unrecognized option '--nope'"],
    ['-m 0', "-m 0 isn't an integer greater than zero"],
    ['-v nope', 'Invalid parameter "nope" to -v'],
  ] as const) {
    test(`logcat ${option} is refused`, async () => {
      const { stderr, exitCode } = await phone.run(`logcat ${option}`);
      assert.deepEqual(
        { stderr: stderr.split('\n')[0], exitCode },
        { stderr: message, exitCode: 1 },
      );
    });
  }

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
