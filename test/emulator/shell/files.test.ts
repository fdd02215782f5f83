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

  test('rm -rf /system changes nothing', async () => {
    const before = phone.system.files.getAllPaths();
    await phone.run('rm -rf /system');
    assert.deepEqual(phone.system.files.getAllPaths(), before);
  });

  test('an endless device gives as much as is asked for', async () => {
    assert.equal(await phone.stdout('head -c 100000 /dev/urandom | wc -c'), '100000\n');
  });
});
