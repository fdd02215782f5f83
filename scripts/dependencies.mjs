import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { NOT_STARTED, signalCode, spawnTied } from './processes.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * One entry of `packages` in a package-lock.json (lockfile version 3), as far as it is read here.
 *
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link] a workspace
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @typedef {Record<string, LockedPackage>} LockedPackages by folder, such as `node_modules/zod`
 */

/**
 * @param {string} path of a package-lock.json
 * @returns {LockedPackages}
 */
function readLock(path) {
  /** @type {unknown} */
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  return /** @type {{ packages?: LockedPackages }} */ (lock).packages ?? {};
}

/**
 * @param {string[] | undefined} wanted values, or values refused with `!` before them
 * @param {string} actual
 */
function matches(wanted, actual) {
  if (wanted === undefined) return true;
  if (wanted.includes(`!${actual}`)) return false;
  return wanted.includes(actual) || wanted.every((value) => value.startsWith('!'));
}

/**
 * Whether npm may have left this package out: an optional one, unless it is made for just this kind
 * of machine. Which libc a machine has is not looked up, and what only a left-out package needs
 * (`@emnapi/core` of a WebAssembly build) is marked optional too.
 *
 * @param {LockedPackage} locked
 */
function mayBeMissing(locked) {
  if (locked.optional !== true) return false;
  const isForThisMachine =
    matches(locked.os, process.platform) && matches(locked.cpu, process.arch);
  return locked.os === undefined || locked.libc !== undefined || !isForThisMachine;
}

/**
 * Why the installed dependencies are not the locked ones. npm writes what it installed to
 * `node_modules/.package-lock.json` as its last step, so an interrupted installation shows as well
 * as a changed lock file.
 *
 * @param {string} root the project's folder
 * @returns {string | undefined} undefined if nothing is to be done
 */
export function staleReason(root) {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return 'not installed yet';
  const installed = readLock(installedLock);
  for (const [folder, locked] of Object.entries(readLock(join(root, 'package-lock.json')))) {
    if (!folder.includes('node_modules/')) continue;
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const found = installed[folder];
    if (found === undefined) {
      if (mayBeMissing(locked)) continue;
      return `${name} is missing`;
    }
    if (found.version !== locked.version || found.integrity !== locked.integrity) {
      return `${name} is ${found.version ?? 'another'}, locked is ${locked.version ?? 'another'}`;
    }
  }
  return undefined;
}

/** What npm says on stderr, and what to do about it. */
const REMEDIES = /** @type {const} */ ([
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network/,
    "the package registry cannot be reached: check the network connection (and npm's proxy settings), then start again",
  ],
  [/ENOSPC/, 'the disk is full: free about 1 GB, then start again'],
  [
    /EACCES|EPERM|EROFS/,
    'npm may not write here: give yourself the project folder (chown) or remove node_modules, then start again',
  ],
  [
    /EUSAGE|in sync/,
    'package.json and package-lock.json differ: run npm install, then start again',
  ],
  [/E401|E403/, "the package registry refused: check npm's login and registry settings"],
]);

/**
 * @param {string} stderr of npm
 * @returns {string} the remedy
 */
export function npmRemedy(stderr) {
  const known = REMEDIES.find(([pattern]) => pattern.test(stderr));
  return known?.[1] ?? 'run npm ci in the project folder and see what it says';
}

/**
 * @typedef {object} InstallOptions
 * @property {readonly string[]} [npm] the command that is npm
 * @property {NodeJS.WritableStream & { isTTY?: boolean }} [out]
 */

/**
 * Installs the locked dependencies if they are missing or stale, one process at a time: two `npm ci`
 * in one folder take each other's files away.
 *
 * @param {string} root the project's folder
 * @param {InstallOptions} [options]
 * @returns {Promise<void>}
 * @throws {SetupError} with npm's complaint and a remedy
 */
export async function ensureDependencies(root, options = {}) {
  if (staleReason(root) === undefined) return;
  const out = options.out ?? process.stdout;
  const onWait = () => out.write('Another process installs the dependencies, waiting for it …\n');
  await withLock(root, onWait, async () => {
    const reason = staleReason(root);
    if (reason !== undefined) await installDependencies(root, reason, options);
  });
}

/**
 * Installs exactly what package-lock.json says (`npm ci`), telling how long it has been at it.
 *
 * @param {string} root the project's folder
 * @param {string} reason shown to the person who waits
 * @param {InstallOptions} [options]
 * @returns {Promise<void>}
 * @throws {SetupError} with npm's complaint and a remedy
 */
export async function installDependencies(root, reason, options = {}) {
  const out = options.out ?? process.stdout;
  const npm = options.npm ?? npmCommand();
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const live = out.isTTY === true;
  out.write(`Installing the dependencies (${reason}); the first time takes a minute or two\n`);
  const ticker = setInterval(
    () => out.write(live ? `\r  npm ci … ${seconds()} s` : `  npm ci … ${seconds()} s\n`),
    live ? 1_000 : 15_000,
  );
  try {
    const { code, stderr } = await npmCi(root, npm);
    if (code !== 0) {
      // What follows is npm's own usage, or where its log is.
      const complaint =
        stderr.split(/^npm error (?:Clean install|A complete log)/m)[0]?.trim() ?? '';
      throw new SetupError(
        `The dependencies could not be installed (npm ci ended with ${code}):\n${complaint.slice(-2_000)}`,
        npmRemedy(stderr),
      );
    }
  } finally {
    clearInterval(ticker);
    if (live) out.write('\r\x1b[K');
  }
  out.write(`  installed in ${seconds()} s\n`);
}

/**
 * The npm that started this script, else the one on PATH.
 *
 * @returns {readonly string[]}
 */
function npmCommand() {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('npm-cli.js') === true) return [process.execPath, running];
  return ['npm'];
}

/**
 * @param {string} root
 * @param {readonly string[]} npm
 * @returns {Promise<{ code: number, stderr: string }>}
 */
function npmCi(root, npm) {
  return new Promise((resolve, reject) => {
    const child = spawnTied(
      [
        ...[...npm, 'ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
        // Its own limit lets a machine without a network wait for 70 s.
        '--fetch-retry-maxtimeout=15000',
      ],
      // It would take its work back for seconds, while the next one may have begun.
      { cwd: root, stdout: 'ignore', stderr: 'pipe', graceMs: 0 },
    );
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const ended = code ?? signalCode(signal);
      if (ended !== NOT_STARTED) resolve({ code: ended, stderr });
      else
        reject(
          new SetupError(`npm could not be started: ${stderr.trim()}`, 'install npm with Node'),
        );
    });
  });
}
