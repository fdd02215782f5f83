import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ShellPhone } from './phone.ts';

describe('shell: language', () => {
  let phone: ShellPhone;
  before(() => {
    phone = new ShellPhone();
  });
  after(() => phone.stop());

  test('commands join by ;, && and ||', async () => {
    assert.equal(await phone.stdout('true && echo a; false || echo b'), 'a\nb\n');
  });

  test('an Android command feeds a pipe', async () => {
    assert.equal(await phone.stdout('getprop ro.product.device | tr a-z A-Z'), 'GARNET\n');
  });

  test('an Android command runs in a substitution', async () => {
    assert.equal(await phone.stdout('x=$(getprop ro.product.device); echo "<$x>"'), '<garnet>\n');
  });

  test('output goes into a file, and comes out of it', async () => {
    assert.equal(
      await phone.stdout('getprop ro.product.device > /data/local/tmp/d; cat /data/local/tmp/d'),
      'garnet\n',
    );
  });

  test('the exit code is that of the last command', async () => {
    assert.equal((await phone.run('true; (exit 7)')).exitCode, 7);
  });

  test('an unknown command is refused as mksh does', async () => {
    const { stderr, exitCode } = await phone.run('foo');
    assert.deepEqual(
      { stderr, exitCode },
      { stderr: '/system/bin/sh: foo: inaccessible or not found\n', exitCode: 127 },
    );
  });

  test('the refusal follows 2>&1', async () => {
    assert.equal(
      await phone.stdout('foo 2>&1 | cat'),
      '/system/bin/sh: foo: inaccessible or not found\n',
    );
  });

  for (const name of ['jq', 'sqlite3', 'python3', 'bash', 'tree']) {
    test(`${name} is not on the phone`, async () => {
      assert.equal((await phone.run(`${name} --version`)).exitCode, 127);
    });
  }

  test('a command answers to its full path', async () => {
    assert.equal(await phone.stdout('/system/bin/getprop ro.product.device'), 'garnet\n');
  });

  test('standard input reaches a command that reads it', async () => {
    assert.equal((await phone.run('wc -c', 'hello')).stdout.trim(), '5');
  });

  test('standard input stays untouched by a command that does not read it', async () => {
    const running = phone.start('echo done');
    assert.equal((await running.done).stdout, 'done\n');
  });

  test('cat passes bytes that are no text', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x00, 0xff, 0xe9, 0x0a]);
    await phone.system.files.writeFile('/sdcard/raw', bytes);
    assert.deepEqual((await phone.run('cat /sdcard/raw')).stdoutBytes, bytes);
  });

  test('a shared-storage file has the same content under each of its names', async () => {
    await phone.run('echo x > /sdcard/Download/f');
    assert.equal(await phone.stdout('cat /storage/emulated/0/Download/f'), 'x\n');
  });

  test('which finds Android commands in /system/bin', async () => {
    assert.equal(await phone.stdout('which getprop'), '/system/bin/getprop\n');
  });

  test('toybox runs its commands by name', async () => {
    assert.equal(await phone.stdout('toybox uname -m'), 'aarch64\n');
  });

  test('ls names what is missing', async () => {
    const { stderr, exitCode } = await phone.run('ls /nope');
    assert.deepEqual(
      { stderr, exitCode },
      { stderr: 'ls: /nope: No such file or directory\n', exitCode: 1 },
    );
  });

  test('ls -l shows size and owner of a file', async () => {
    await phone.run('echo hello > /data/local/tmp/five');
    assert.match(
      await phone.stdout('ls -l /data/local/tmp/five'),
      /^-rw-r--r-- 1 shell shell 6 \d{4}-\d\d-\d\d \d\d:\d\d \/data\/local\/tmp\/five\n$/,
    );
  });

  test('ps --help offers -A, as drivers look for', async () => {
    assert.match(await phone.stdout('ps --help'), /^-A\b/m);
  });

  test('kill may not end what belongs to another user', async () => {
    assert.match((await phone.run('kill -9 1')).stderr, /Operation not permitted/);
  });
});
