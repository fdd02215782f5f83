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
    await running.seen(/\$ $/);
    running.stdin.write('echo hi\r');
    await running.seen(/\$ .*\$ $/s);
    running.stdin.end('exit\r');
    assert.equal((await running.done).stdout, 'garnet:/ $ echo hi\r\nhi\r\ngarnet:/ $ exit\r\n');
  });

  test('backspace takes a character back', async () => {
    const running = phone.start('', { tty: true });
    running.stdin.end('echo ab\x7fc\rexit\r');
    assert.match((await running.done).stdout, /^ac\r$|\$ ac\r\n/m);
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

  test('functions, aliases and arrays stay for the next line', async () => {
    const input = 'f() { echo fn; }\nalias q="echo al"\na=(1 2)\nf; q; echo ${a[1]}\n';
    assert.equal((await phone.run('', input)).stdout, 'fn\nal\n2\n');
  });

  test('a command goes on until it is whole', async () => {
    const input = 'for i in 1 2\ndo echo $i\ndone\necho "a\nb"\ncat <<E\nc\nE\n';
    assert.equal((await phone.run('', input)).stdout, '1\n2\na\nb\nc\n');
  });

  for (const opening of ['if true; then', 'if false; then :; else', 'while true; do', 'g()']) {
    test(`a command goes on behind "${opening}"`, async () => {
      const running = phone.start('', { tty: true });
      await running.seen(/\$ $/);
      running.stdin.write(`${opening}\r`);
      const text = await running.seen(/\n.+$/);
      running.hangUp();
      await running.done;
      assert.match(text, /\n> $/);
    });
  }

  test('a command that goes on is prompted for', async () => {
    const running = phone.start('', { tty: true });
    await running.seen(/\$ $/);
    running.stdin.write('echo "a\r');
    assert.match(await running.seen(/> $/), /echo "a\r\n> $/);
    running.stdin.end('b"\rexit\r');
    await running.done;
  });

  test('what makes no sense is told as mksh does, and the session goes on', async () => {
    const { stdout, stderr } = await phone.run('', 'echo )\necho on\n');
    assert.deepEqual(
      { stdout, stderr },
      { stdout: 'on\n', stderr: "/system/bin/sh: syntax error: unexpected ')'\n" },
    );
  });

  test('a command reads the lines after it', async () => {
    assert.equal((await phone.run('', 'cat\nfoo\n')).stdout, 'foo\n');
  });

  test('Ctrl-D ends what a command reads, and the session goes on', async () => {
    const running = phone.start('', { tty: true });
    running.stdin.write('cat\rfoo\r\x04echo $?\r');
    await running.seen(/foo\r\n.*0\r\n/s);
    running.stdin.end('exit\r');
    await running.done;
  });
});
