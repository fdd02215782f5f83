import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ShellPhone } from './phone.ts';

describe('shell: interactive', () => {
  let phone: ShellPhone;
  before(() => {
    phone = new ShellPhone();
  });
  after(() => phone.stop());

  test('lines from a pipe share directory and variables', async () => {
    const { stdout } = await phone.run('', 'cd /sdcard\nX=4\necho $PWD $X\n');
    assert.equal(stdout, '/sdcard 4\n');
  });

  test('$? tells of the line before', async () => {
    assert.equal((await phone.run('', 'false\necho $?\n')).stdout, '1\n');
  });

  test('exit ends the session with its code', async () => {
    const { stdout, exitCode } = await phone.run('', 'exit 3\necho never\n');
    assert.deepEqual({ stdout, exitCode }, { stdout: '', exitCode: 3 });
  });

  test('a last line without a newline counts', async () => {
    assert.equal((await phone.run('', 'echo end')).stdout, 'end\n');
  });

  test('a terminal gets a prompt, an echo and carriage returns', async () => {
    const running = phone.start('', { tty: true });
    running.stdin.end('echo hi\rexit\r');
    assert.equal((await running.done).stdout, 'garnet:/ $ echo hi\r\nhi\r\ngarnet:/ $ exit\r\n');
  });

  test('backspace takes a character back', async () => {
    const running = phone.start('', { tty: true });
    running.stdin.end('echo ab\x7fc\rexit\r');
    assert.match((await running.done).stdout, /\r\nac\r\n/);
  });

  test('Ctrl-C drops the line', async () => {
    const running = phone.start('', { tty: true });
    running.stdin.end('echo no\x03echo yes\rexit\r');
    assert.doesNotMatch((await running.done).stdout, /\nno\r/);
  });

  test('Ctrl-C ends a running command, and the session goes on', async () => {
    const running = phone.start('', { tty: true });
    running.stdin.write('logcat\r');
    await running.seen(/System now ready/);
    running.stdin.write('\x03');
    await running.seen(/\^C\r\n.*\$ $/);
    running.stdin.end('echo $?\rexit\r');
    assert.match((await running.done).stdout, /\r\n130\r\n/);
  });

  test('the session ends with its client', async () => {
    const running = phone.start('', { tty: true });
    await running.seen(/\$ $/);
    running.hangUp();
    assert.equal((await running.done).exitCode, 129);
  });

  test('Ctrl-D on an empty line ends the session', async () => {
    const running = phone.start('', { tty: true });
    running.stdin.write('\x04');
    assert.equal((await running.done).exitCode, 0);
  });
});
