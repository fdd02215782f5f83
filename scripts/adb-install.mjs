import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SetupError } from './setup-error.mjs';

/**
 * What a command did.
 *
 * @typedef {{ code: number, output: string }} Outcome
 * @typedef {(command: string, args: readonly string[]) => Outcome} Run code 127: no such command
 */

/** Who has the package manager's lock gives it back within minutes: unattended upgrades, mostly. */
const APT_LOCK_WAIT_S = 120;

/** By the ID or ID_LIKE of os-release(5), or Node's platform. */
const COMMANDS = /** @type {const} */ ([
  ['debian', 'sudo apt-get install -y adb'],
  ['ubuntu', 'sudo apt-get install -y adb'],
  ['fedora', 'sudo dnf install -y android-tools'],
  ['rhel', 'sudo dnf install -y android-tools'],
  ['arch', 'sudo pacman -S --noconfirm android-tools'],
  ['suse', 'sudo zypper install -y android-tools'],
  ['alpine', 'sudo apk add android-tools'],
  ['nixos', 'nix profile install nixpkgs#android-tools'],
  ['darwin', 'brew install --cask android-platform-tools'],
  ['win32', 'winget install Google.PlatformTools'],
]);

/**
 * The one command that installs adb on this system.
 *
 * @param {NodeJS.Platform} platform
 * @param {string} osRelease the text of /etc/os-release, empty if there is none
 * @returns {string | undefined} undefined for a system that is not known
 */
export function adbInstallCommand(platform, osRelease) {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(
    ([, value]) => value?.toLowerCase().split(/\s+/) ?? [],
  );
  const known = [...ids.map((id) => id.replace(/^opensuse.*/, 'suse')), platform];
  return COMMANDS.find(([id]) => known.includes(id))?.[1];
}

/** @returns {string} */
function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** @type {Run} */
function runQuietly(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (error !== undefined) return { code: 127, output: error.message };
  return { code: status ?? 1, output: `${stdout}${stderr}` };
}

/**
 * Installs adb with apt-get, as root or with a sudo that asks for no password.
 *
 * @param {{ run?: Run, isRoot?: boolean, platform?: NodeJS.Platform, osRelease?: string, out?: { write(text: string): unknown } }} [system]
 * @returns {void}
 * @throws {SetupError} with the one command for this system, if it cannot be done from here
 */
export function installAdb(system = {}) {
  const run = system.run ?? runQuietly;
  const out = system.out ?? process.stdout;
  const command =
    adbInstallCommand(system.platform ?? process.platform, system.osRelease ?? readOsRelease()) ??
    "download Google's platform-tools (https://developer.android.com/tools/releases/platform-tools), unpack them and set ANDROID_HOME to the folder that holds platform-tools";
  const missing = 'adb, the program that talks to phones, is not installed';
  if (run('apt-get', ['--version']).code !== 0)
    throw new SetupError(`${missing}.`, `run: ${command}`);

  const isRoot = system.isRoot ?? process.getuid?.() === 0;
  if (!isRoot && run('sudo', ['-n', 'true']).code !== 0) {
    throw new SetupError(`${missing}, and installing it needs a password.`, `run: ${command}`);
  }
  const apt = (/** @type {readonly string[]} */ args) => {
    const line = ['apt-get', '-o', `DPkg::Lock::Timeout=${APT_LOCK_WAIT_S}`, '-y', ...args];
    return isRoot ? run(line[0] ?? '', line.slice(1)) : run('sudo', ['-n', ...line]);
  };
  out.write('Installing adb (apt-get install adb)\n');
  const install = ['install', '--no-install-recommends', 'adb'];
  let outcome = apt(install);
  if (outcome.code !== 0 && !isLocked(outcome.output)) {
    // A fresh machine has no package lists, an old one lists of files that are gone.
    const update = apt(['update']);
    outcome = apt(install);
    // An update that reached nobody ends well, too.
    outcome.output = update.output + outcome.output;
  }
  if (outcome.code === 0) return;
  const complaints = outcome.output.split('\n').filter((line) => /^[EW]:/.test(line));
  throw new SetupError(
    `${missing}, and apt-get could not install it:\n${(complaints.length === 0 ? [outcome.output.trim()] : complaints).join('\n').slice(-1_500)}`,
    aptRemedy(outcome.output, command),
  );
}

/**
 * @param {string} output of apt-get
 * @param {string} command that installs adb
 * @returns {string}
 */
function aptRemedy(output, command) {
  if (isLocked(output)) {
    return 'another package installation is running: wait until it has ended, then start again';
  }
  if (/temporary failure|could not (resolve|connect)|network is unreachable/i.test(output)) {
    return "apt-get cannot reach the package servers: check the network connection (and apt's proxy settings), then start again";
  }
  return `put right what apt-get complains of, then run: ${command}`;
}

/**
 * @param {string} output of apt-get
 * @returns {boolean}
 */
function isLocked(output) {
  return /could not get lock|unable to (acquire|lock)/i.test(output);
}
