import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adbInstallCommand, installAdb, withAdbInstalled } from '../../scripts/adb-install.mjs';
import type { Outcome } from '../../scripts/apt-install.mjs';
import { SetupError } from '../../scripts/setup-error.mjs';

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';

/** A machine whose commands answer as told, by the words of their line; everything else works. */
function machine(answers: Record<string, Outcome | Outcome[]>) {
  const lines: string[] = [];
  const run = (command: string, args: readonly string[]): Outcome => {
    const line = [command, ...args].join(' ').replace(/ -o \S+/, '');
    lines.push(line);
    const answer = answers[line];
    const next = Array.isArray(answer) ? answer.shift() : answer;
    return next ?? { code: 0, output: '' };
  };
  return {
    lines,
    system: { run, platform: 'linux', osRelease: DEBIAN, out: { write: () => true } } as const,
  };
}

const INSTALL = 'apt-get -y install --no-install-recommends adb';
const FAILED = { code: 100, output: 'E: Unable to locate package adb' };

test('root installs it without sudo', () => {
  const { lines, system } = machine({});
  installAdb({ ...system, isRoot: true });
  assert.deepEqual(lines, ['apt-get --version', INSTALL]);
});

test('others install it with a sudo that asks for no password', () => {
  const { lines, system } = machine({});
  installAdb({ ...system, isRoot: false });
  assert.deepEqual(lines.at(-1), `sudo -n ${INSTALL}`);
});

test('a sudo that asks for a password is left to the person, with the one command', () => {
  const { lines, system } = machine({ 'sudo -n true': { code: 1, output: '' } });
  assert.throws(
    () => installAdb({ ...system, isRoot: false }),
    (error) =>
      error instanceof SetupError && /→ run: sudo apt-get install -y adb$/.test(error.message),
  );
  assert.ok(!lines.some((line) => line.includes('install')));
});

test('package lists are fetched only where the package is not found without', () => {
  const { lines, system } = machine({ [INSTALL]: [FAILED, { code: 0, output: '' }] });
  installAdb({ ...system, isRoot: true });
  assert.deepEqual(lines.slice(1), [INSTALL, 'apt-get -y update', INSTALL]);
});

test('what apt-get complains of is in the message, and nothing else of what it says', () => {
  const { system } = machine({
    [INSTALL]: { code: 100, output: 'Reading package lists...\nE: Broken packages\n' },
  });
  assert.throws(
    () => installAdb({ ...system, isRoot: true }),
    (error) =>
      error instanceof SetupError &&
      error.message.includes('E: Broken packages') &&
      !error.message.includes('Reading'),
  );
});

test('a machine without a network is told so, though the update ends well', () => {
  const { system } = machine({
    [INSTALL]: FAILED,
    'apt-get -y update': { code: 0, output: 'W: Temporary failure resolving deb.debian.org\n' },
  });
  assert.throws(() => installAdb({ ...system, isRoot: true }), /check the network connection/);
});

test('a package installation that is going on is waited for by the person, not repeated', () => {
  const { lines, system } = machine({
    [INSTALL]: { code: 100, output: 'E: Could not get lock /var/lib/dpkg/lock-frontend.' },
  });
  assert.throws(() => installAdb({ ...system, isRoot: true }), /wait until it has ended/);
  assert.equal(lines.length, 2);
});

test('a system without apt-get is told its own command', () => {
  const { system } = machine({ 'apt-get --version': { code: 127, output: '' } });
  assert.throws(
    () => installAdb({ ...system, isRoot: false, osRelease: 'ID=fedora\n' }),
    /sudo dnf install -y android-tools/,
  );
});

for (const [platform, osRelease, command] of [
  ['linux', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', /apt-get/],
  ['linux', 'ID="opensuse-tumbleweed"\n', /zypper/],
  ['linux', 'ID=arch\n', /pacman/],
  ['darwin', '', /brew/],
  ['win32', '', /winget/],
] as const) {
  test(`the command for ${osRelease.split('\n')[0] || platform}`, () => {
    assert.match(adbInstallCommand(platform, osRelease, false) ?? '', command);
  });
}

test('no command is made up for a system that is not known', () => {
  assert.equal(adbInstallCommand('linux', 'ID=own\n', false), undefined);
});

test('root is told the command without sudo', () => {
  assert.equal(adbInstallCommand('linux', 'ID=fedora\n', true), 'dnf install -y android-tools');
});

test('an adb that is nowhere though apt-get installed it is told with a remedy', () => {
  const { system } = machine({});
  const places = { usualSdks: [], usualFolders: [] };
  assert.throws(
    () => withAdbInstalled({ PATH: '' }, { ...system, ...places, isRoot: true }),
    (error) =>
      error instanceof SetupError && /→ see where it is with: dpkg -L adb/.test(error.message),
  );
});
