import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ShellPhone } from './phone.ts';

describe('shell: files', () => {
  let phone: ShellPhone;
  before(() => {
    phone = new ShellPhone();
  });
  after(() => phone.stop());

  for (const [script, message] of [
    ['cat /etc/hosts2', 'cat: /etc/hosts2: No such file or directory'],
    ['cat /sdcard', 'cat: /sdcard: Is a directory'],
    ['cat < /none', "/system/bin/sh: can't open /none: No such file or directory"],
    ['logcat -d > /system/f', "/system/bin/sh: can't create /system/f: Read-only file system"],
    ['logcat -d > /data/f', "/system/bin/sh: can't create /data/f: Permission denied"],
    ['logcat -d > /sdcard', "/system/bin/sh: can't create /sdcard: Is a directory"],
    [
      'logcat -d > /sdcard/a/b',
      "/system/bin/sh: can't create /sdcard/a/b: No such file or directory",
    ],
    ['echo x > /system/f', "/system/bin/sh: can't create /system/f: Read-only file system"],
    ['echo x > /data/f', "/system/bin/sh: can't create /data/f: Permission denied"],
    ['echo x > /sdcard', "/system/bin/sh: can't create /sdcard: Is a directory"],
    ['echo x > /sdcard/a/b', "/system/bin/sh: can't create /sdcard/a/b: No such file or directory"],
  ] as const) {
    test(`${script} is refused`, async () => {
      const { stderr, exitCode } = await phone.run(script);
      assert.deepEqual({ stderr, exitCode }, { stderr: `${message}\n`, exitCode: 1 });
    });
  }

  for (const script of [
    'screencap -p /sdcard',
    'rm /sdcard',
    'mv /system /sdcard/s',
    'touch /x',
    'mkdir /x',
    'chmod 777 /system',
    'ln -s /x /y',
    'cp /system/build.prop /data/f',
  ]) {
    test(`${script} fails and changes nothing`, async () => {
      const before = phone.system.files.getAllPaths();
      const { exitCode, stderr } = await phone.run(script);
      assert.notEqual(exitCode, 0, stderr);
      assert.deepEqual(phone.system.files.getAllPaths(), before);
    });
  }

  for (const [script, stderr, exitCode] of [
    ['rm -rf /system', 'rm: /system: Read-only file system\n', 1],
    ['rm /sdcard/none', 'rm: /sdcard/none: No such file or directory\n', 1],
    ['rm -f /sdcard/none', '', 0],
    ['rm /sdcard/DCIM', 'rm: /sdcard/DCIM: Is a directory\n', 1],
    ['rm -r /sdcard/DCIM; [ ! -e /sdcard/DCIM ]', '', 0],
  ] as const) {
    test(`${script} ends with ${exitCode}`, async () => {
      const result = await phone.run(script);
      assert.deepEqual([result.stderr, result.exitCode], [stderr, exitCode]);
    });
  }

  for (const [script, hex] of [
    ["printf '\\xff\\376a'", 'fffe61'],
    ["printf '\\xff' | cat", 'ff'],
    ["printf '%s' é", 'c3a9'],
    ["printf '\\\\xff'", '5c786666'],
    ['dd if=/dev/zero bs=2 count=2 status=none', '00000000'],
    ['echo abcdef | dd bs=1 skip=2 count=3 status=none', '636465'],
  ] as const) {
    test(`${script} gives the bytes ${hex}`, async () => {
      assert.equal((await phone.run(script)).stdoutBytes.toString('hex'), hex);
    });
  }

  test('dd tells what it did', async () => {
    const { stderr } = await phone.run('dd if=/dev/zero of=/sdcard/z bs=1k count=3');
    assert.equal(stderr, '3+0 records in\n3+0 records out\n3072 bytes copied\n');
  });

  test('df tells the file system of a path', async () => {
    assert.match(await phone.stdout('df /sdcard'), /^\/dev\/fuse .* \/storage\/emulated$/m);
  });

  test('an endless device gives as much as is asked for', async () => {
    assert.equal(await phone.stdout('head -c 100000 /dev/urandom | wc -c'), '100000\n');
  });
});
