import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhoneFileSystem } from '../../../emulator/android/file-system.ts';

test('a file written below a link is where the link leads', async () => {
  const files = new PhoneFileSystem([]);
  await files.mkdir('/sdcard/a', { recursive: true });
  await files.writeFile('/sdcard/a/f', 'x');
  assert.equal(await files.readFile('/storage/emulated/0/a/f'), 'x');
});

test('the shared storage is listed under its short name', async () => {
  const files = new PhoneFileSystem([]);
  assert.deepEqual(await files.readdir('/sdcard'), await files.readdir('/storage/emulated/0'));
});

test('the short name is a link', async () => {
  const files = new PhoneFileSystem([]);
  assert.equal((await files.lstat('/sdcard')).isSymbolicLink, true);
  assert.equal(await files.readlink('/sdcard'), '/storage/emulated/0');
});

test('/dev/null stays empty', async () => {
  const files = new PhoneFileSystem([]);
  await files.writeFile('/dev/null', 'x');
  await files.appendFile('/dev/null', 'x');
  assert.equal(await files.readFile('/dev/null'), '');
});

test('the build’s properties are in build.prop', async () => {
  const files = new PhoneFileSystem([['ro.a', 'b']]);
  assert.equal(await files.readFile('/system/build.prop'), 'ro.a=b\n');
});
