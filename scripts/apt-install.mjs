import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SetupError } from './setup-error.mjs';

/**
 * What a command did.
 *
 * @typedef {{ code: number, output: string }} Outcome
 * @typedef {(command: string, args: readonly string[]) => Outcome} Run code 127: no such command
 */

/**
 * A program that the set-up installs.
 *
 * @typedef {object} Program
 * @property {string} name
 * @property {string} missing that it is not there, as the beginning of a sentence
 * @property {string} aptPackage
 * @property {readonly (readonly [system: string, sudo: 'sudo' | '', command: string])[]} commands the
 *   one command that installs it, by the ID or ID_LIKE of os-release(5), or Node's platform; with
 *   `sudo` where root is needed
 * @property {string} otherwise what to do on a system that is not known
 */

/** Who has the package manager's lock gives it back within minutes: unattended upgrades, mostly. */
const APT_LOCK_WAIT_S = 120;

/**
 * The one command that installs a program on this system.
 *
 * @param {Program} program
 * @param {NodeJS.Platform} platform
 * @param {string} osRelease the text of /etc/os-release, empty if there is none
 * @param {boolean} isRoot
 * @returns {string | undefined} undefined for a system that is not known
 */
export function installCommand({ commands }, platform, osRelease, isRoot) {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(
    ([, value]) => value?.toLowerCase().split(/\s+/) ?? [],
  );
  const known = [...ids.map((id) => id.replace(/^opensuse.*/, 'suse')), platform];
  const [, sudo, command] = commands.find(([id]) => known.includes(id)) ?? [];
  return sudo === 'sudo' && !isRoot ? `sudo ${command}` : command;
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
 * @typedef {object} System this one, but for tests
 * @property {Run} [run]
 * @property {boolean} [isRoot]
 * @property {NodeJS.Platform} [platform]
 * @property {string} [osRelease]
 * @property {{ write(text: string): unknown }} [out]
 */

/**
 * Installs a program with apt-get, as root or with a sudo that asks for no password.
 *
 * @param {Program} program
 * @param {System} [system]
 * @returns {void}
 * @throws {SetupError} with the one command for this system, if it cannot be done from here
 */
export function installWithApt(program, system = {}) {
  const { missing, aptPackage } = program;
  const run = system.run ?? runQuietly;
  const out = system.out ?? process.stdout;
  const isRoot = system.isRoot ?? process.getuid?.() === 0;
  const { platform = process.platform, osRelease = readOsRelease() } = system;
  const command = installCommand(program, platform, osRelease, isRoot) ?? program.otherwise;
  if (run('apt-get', ['--version']).code !== 0)
    throw new SetupError(`${missing}.`, `run: ${command}`);

  if (!isRoot && run('sudo', ['-n', 'true']).code !== 0) {
    throw new SetupError(`${missing}, and installing it needs a password.`, `run: ${command}`);
  }
  const apt = (/** @type {readonly string[]} */ args) => {
    const line = ['apt-get', '-o', `DPkg::Lock::Timeout=${APT_LOCK_WAIT_S}`, '-y', ...args];
    return isRoot ? run(line[0] ?? '', line.slice(1)) : run('sudo', ['-n', ...line]);
  };
  out.write(`Installing ${program.name} (apt-get install ${aptPackage})\n`);
  const install = ['install', '--no-install-recommends', aptPackage];
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
 * @param {string} command that installs the program
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
