import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadSettings } from '../../../config/settings.ts';
import {
  judgeServer,
  parseAdbVersion,
  parseServerVersion,
} from '../../../launcher/doctor/machine/adb.ts';
import { judgePeer } from '../../../launcher/doctor/machine/appium.ts';
import { judgeSpace, judgeStateFolder } from '../../../launcher/doctor/machine/folders.ts';
import { judgeNode } from '../../../launcher/doctor/machine/node.ts';
import { namedPorts } from '../../../launcher/doctor/machine/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'doctor-test-'));
after(() => rmSync(folder, { recursive: true }));

test('a Node outside the range of package.json is not good enough', () => {
  assert.equal(judgeNode('v20.20.2', '>=20.20.2 <21').ok, true);
  assert.equal(judgeNode('v21.0.0', '>=20.20.2 <21').ok, false);
});

test('the version of adb is the last part of what it calls itself', () => {
  const output =
    'Android Debug Bridge version 1.0.41\nVersion 29.0.6-debian\nInstalled as /usr/bin/adb\n';
  assert.deepEqual(parseAdbVersion(output), { name: '29.0.6-debian (1.0.41)', protocol: 41 });
  assert.equal(parseAdbVersion('not found'), undefined);
});

test("adb's server tells its version in hexadecimal digits", () => {
  assert.equal(parseServerVersion('OKAY00040029'), 41);
  assert.equal(parseServerVersion('HTTP/1.1 400 Bad Request'), undefined);
});

const SERVERS: [what: string, answer: Parameters<typeof judgeServer>[1], ok: boolean][] = [
  ['of the same version', 41, true],
  ['that does not run yet', 'nobody', true],
  ['of another version', 40, false],
  ['that is something else', 'stranger', false],
];
for (const [what, answer, ok] of SERVERS) {
  test(`a server of adb's ${what} is ${ok ? 'good' : 'not good'}`, () => {
    assert.equal(judgeServer(41, answer, '127.0.0.1:5037').ok, ok);
  });
}

const PEERS: [range: string, server: string, ok: boolean][] = [
  ['^3.0.0-rc.2', '3.8.0', true],
  ['^3.0.0-rc.2', '4.0.0', false],
  ['^3.4.0', '3.3.9', false],
  ['^2.0.0 || ^3.0.0', '3.1.0', true],
  ['', '3.8.0', true],
];
for (const [range, server, ok] of PEERS) {
  test(`a driver for Appium ${range || 'of any version'} ${ok ? 'fits' : 'does not fit'} ${server}`, () => {
    assert.equal(judgePeer('8.7.0', range, server).ok, ok);
  });
}

test('a range that is not understood is said to be', () => {
  const finding = judgePeer('8.7.0', '3.x', '3.8.0');
  assert.equal(finding.required, false);
  assert.match(finding.message, /^cannot be told: whether Appium 3\.8\.0 is in 3\.x$/);
});

test('the ports that settings name are those that a run insists on', () => {
  const ports = namedPorts(
    loadSettings({
      MI_APPIUM_PORT: '4723',
      MI_EMULATOR_PORT: '5600',
      MI_PHONE_COUNT: '2',
    }),
  );
  assert.deepEqual(
    ports.map(({ port }) => port),
    [4723, 5600, 5601, 5602, 5603],
  );
});

test('the folder with the least space is the one that counts', () => {
  const finding = judgeSpace([
    { folder: '/a', freeBytes: 9e9 },
    { folder: '/b', freeBytes: 1e8 },
  ]);
  assert.equal(finding.ok, false);
  assert.equal(finding.message, '100 MB free for /b');
});

test('a state folder that others may read is not private', () => {
  const open = join(folder, 'open');
  mkdirSync(open);
  chmodSync(open, 0o755);
  assert.match(judgeStateFolder(open).message, /others may read .*: mode 755$/);
  chmodSync(open, 0o700);
  assert.equal(judgeStateFolder(open).ok, true);
});

test('a state folder that is not there yet is made by the first run', () => {
  assert.match(judgeStateFolder(join(folder, 'a', 'b')).message, /the first run makes it$/);
});

test('a file in the place of the state folder is no folder', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '', { mode: 0o700 });
  assert.equal(judgeStateFolder(file).ok, false);
});
