import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhoneFileSystem } from '../../../emulator/android/file-system.ts';

test('a file written below a link is where the link leads', async () => {
  const files = PhoneFileSystem.create({ buildProperties: [] });
  await files.mkdir('/sdcard/a', { recursive: true });
  await files.writeFile('/sdcard/a/f', 'x');
  assert.equal(await files.readFile('/storage/emulated/0/a/f'), 'x');
});

test('the shared storage is listed under its short name', async () => {
  const files = PhoneFileSystem.create({ buildProperties: [] });
  assert.deepEqual(await files.readdir('/sdcard'), await files.readdir('/storage/emulated/0'));
});

test('the short name is a link', async () => {
  const files = PhoneFileSystem.create({ buildProperties: [] });
  assert.equal((await files.lstat('/sdcard')).isSymbolicLink, true);
  assert.equal(await files.readlink('/sdcard'), '/storage/emulated/0');
});

test('/dev/null stays empty', async () => {
  const files = PhoneFileSystem.create({ buildProperties: [] });
  await files.writeFile('/dev/null', 'x');
  await files.appendFile('/dev/null', 'x');
  assert.equal(await files.readFile('/dev/null'), '');
});

test('the build’s properties are in build.prop', async () => {
  const files = PhoneFileSystem.create({ buildProperties: [['ro.a', 'b']] });
  assert.equal(await files.readFile('/system/build.prop'), 'ro.a=b\n');
});

for (const [path, code] of [
  ['/sdcard', 'EISDIR'],
  ['/data/local/tmp', 'EISDIR'],
  ['/system/f', 'EROFS'],
  ['/f', 'EROFS'],
  ['/data/f', 'EACCES'],
  ['/data/data/f', 'EACCES'],
  ['/proc/f', 'EACCES'],
  ['/sdcard/none/f', 'ENOENT'],
] as const) {
  test(`a shell that writes ${path} gets ${code}`, async () => {
    const files = PhoneFileSystem.create({ buildProperties: [] }).forShell();
    await assert.rejects(files.writeFile(path, 'x'), { message: new RegExp(`^${code}: `) });
  });
}

for (const path of ['/data/local/tmp/f', '/sdcard/f', '/mnt/sdcard/f', '/storage/emulated/0/f']) {
  test(`a shell may write ${path}`, async () => {
    const files = PhoneFileSystem.create({ buildProperties: [] }).forShell();
    await files.writeFile(path, 'x');
    assert.equal(await files.readFile(path), 'x');
  });
}

test('a shell may not remove what is the system’s', async () => {
  const files = PhoneFileSystem.create({ buildProperties: [] }).forShell();
  await assert.rejects(files.rm('/system', { recursive: true, force: true }), /^Error: EROFS/);
  await assert.rejects(files.rm('/sdcard', { recursive: true, force: true }), /^Error: EROFS/);
  await assert.rejects(files.mv('/data/app', '/sdcard/app'), /^Error: EACCES/);
});

test('/proc/uptime tells how long the phone has been on', async () => {
  const files = PhoneFileSystem.create({ buildProperties: [], uptimeMs: () => 12_340 });
  assert.match(await files.readFile('/proc/uptime'), /^12\.34 /);
});
