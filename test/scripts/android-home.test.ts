import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { AdbNotFoundError, findAdb, withAndroidHome } from '../../scripts/android-home.mjs';

const NOWHERE = { usualSdks: [], usualFolders: [] };

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'android-home-')));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Puts a file there that can be run. */
function program(...path: string[]): string {
  const file = join(root, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

test('adb is taken from ANDROID_HOME before all else', () => {
  const adb = program('sdk', 'platform-tools', 'adb');
  program('other', 'platform-tools', 'adb');
  program('bin', 'adb');
  const env = {
    ANDROID_HOME: join(root, 'sdk'),
    ANDROID_SDK_ROOT: join(root, 'other'),
    PATH: join(root, 'bin'),
  };
  assert.equal(findAdb(env, NOWHERE), adb);
});

test('adb is taken from ANDROID_SDK_ROOT where ANDROID_HOME has none', () => {
  const adb = program('sdk', 'platform-tools', 'adb');
  const env = { ANDROID_HOME: join(root, 'empty'), ANDROID_SDK_ROOT: join(root, 'sdk') };
  assert.equal(findAdb(env, NOWHERE), adb);
});

test('adb is taken from PATH where no variable names an SDK', () => {
  const adb = program('bin', 'adb');
  assert.equal(findAdb({ ANDROID_HOME: '', PATH: `/nonexistent:${root}/bin` }, NOWHERE), adb);
});

test('adb is taken from a usual place where nothing tells', () => {
  const adb = program('Sdk', 'platform-tools', 'adb');
  assert.equal(findAdb({}, { usualSdks: [join(root, 'Sdk')], usualFolders: [] }), adb);
});

test('a file that cannot be run, and a folder, are not adb', () => {
  chmodSync(program('bin', 'adb'), 0o644);
  mkdirSync(join(root, 'folders', 'adb'), { recursive: true });
  assert.equal(findAdb({ PATH: `${root}/bin:${root}/folders` }, NOWHERE), undefined);
});

test('no adb is an error of its own', () => {
  assert.throws(() => withAndroidHome({ PATH: root }, NOWHERE), AdbNotFoundError);
});

test('a valid ANDROID_HOME stays, and its adb comes first on PATH', () => {
  program('sdk', 'platform-tools', 'adb');
  const sdk = join(root, 'sdk');
  const env = withAndroidHome({ ANDROID_HOME: sdk, PATH: '/usr/bin', LANG: 'C' }, NOWHERE);
  assert.deepEqual(env, { ANDROID_HOME: sdk, PATH: `${sdk}/platform-tools:/usr/bin`, LANG: 'C' });
});

test('an ANDROID_HOME without adb gives way to the SDK that has it', () => {
  program('sdk', 'platform-tools', 'adb');
  const env = { ANDROID_HOME: root, ANDROID_SDK_ROOT: join(root, 'sdk') };
  assert.equal(withAndroidHome(env, NOWHERE)['ANDROID_HOME'], join(root, 'sdk'));
});

test("Debian's /usr/bin/adb leads to the SDK folder that it links to", () => {
  const adb = program('lib', 'android-sdk', 'platform-tools', 'adb');
  mkdirSync(join(root, 'bin'));
  symlinkSync(adb, join(root, 'bin', 'adb'));
  const env = withAndroidHome({ PATH: join(root, 'bin') }, NOWHERE);
  assert.equal(env['ANDROID_HOME'], join(root, 'lib', 'android-sdk'));
});

test('an adb outside of any SDK gets a folder with a link to it', () => {
  const adb = program('bin', 'adb');
  const linkFolder = join(root, 'cache', 'sdk');
  const env = withAndroidHome({ PATH: join(root, 'bin') }, { ...NOWHERE, linkFolder });
  assert.equal(env['ANDROID_HOME'], linkFolder);
  assert.equal(readlinkSync(join(linkFolder, 'platform-tools', 'adb')), adb);
});

test('the link follows an adb that has moved', () => {
  const linkFolder = join(root, 'cache', 'sdk');
  program('old', 'adb');
  withAndroidHome({ PATH: join(root, 'old') }, { ...NOWHERE, linkFolder });
  const adb = program('new', 'adb');
  withAndroidHome({ PATH: join(root, 'new') }, { ...NOWHERE, linkFolder });
  assert.equal(readlinkSync(join(linkFolder, 'platform-tools', 'adb')), adb);
});

test('applied to its own result it changes nothing', () => {
  program('bin', 'adb');
  const options = { ...NOWHERE, linkFolder: join(root, 'cache', 'sdk') };
  const once = withAndroidHome({ PATH: join(root, 'bin') }, options);
  assert.deepEqual(withAndroidHome(once, options), once);
});
